package org.hms.matching.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hms.matching.batch.ColumnKind;
import org.hms.matching.privacy.Hardening.Balance;
import org.hms.matching.privacy.Hardening.Permute;
import org.hms.matching.privacy.Hardening.RandomisedResponse;
import org.hms.matching.privacy.Hardening.Rehash;
import org.hms.matching.privacy.Hardening.Rule90;
import org.hms.matching.privacy.Hardening.XorFold;

/** Reads a schema and refuses what is misspelt, missing, out of range or unsafe, naming the key. */
final class EncodingSchemaReader {
    private static final Set<ColumnKind> DATES =
            EnumSet.of(ColumnKind.BIRTH_DATE, ColumnKind.BIRTH_YEAR, ColumnKind.BIRTH_MONTH, ColumnKind.BIRTH_DAY);
    private static final int LEAST_BITS = 256;
    private static final int MOST_BITS = 8192;

    private EncodingSchemaReader() {}

    static EncodingSchema read(List<String> lines) {
        var text = String.join("\n", lines);
        var root = parse(text);
        allow("schema", root, "version", "bits", "hashing", "missing", "features", "hardening", "blocking", "linking");
        int bits = whole("schema", root, "bits", LEAST_BITS, MOST_BITS);
        if (Integer.bitCount(bits) != 1) {
            throw new InvalidEncoding("bits", "is a power of two");
        }
        var blocking = root.path("blocking");
        allow("blocking", blocking, "tables", "bits", "cap", "exhaustive_to");
        var linking = root.path("linking");
        allow("linking", linking, "threshold", "margin");
        var hardening = hardening(root.path("hardening"), bits);
        return new EncodingSchema(
                text("schema", root, "version"),
                sha256(text),
                text,
                bits,
                choice(root, "hashing", "double", "independent"),
                choice(root, "missing", "hidden", "shown"),
                features(root.path("features")),
                hardening,
                new EncodingSchema.Sampling(
                        whole("blocking", blocking, "tables", 1, 1000),
                        whole("blocking", blocking, "bits", 4, 32),
                        whole("blocking", blocking, "cap", 1, Integer.MAX_VALUE),
                        (long) number("blocking", blocking, "exhaustive_to", 0, 1e15)),
                linking.path("threshold").asText().equals("auto")
                        ? Double.NaN
                        : number("linking", linking, "threshold", 0, 1),
                number("linking", linking, "margin", 0, 1));
    }

    private static List<Feature> features(JsonNode node) {
        var features = new ArrayList<Feature>();
        node.properties().forEach(entry -> features.add(feature(entry.getKey(), entry.getValue())));
        if (features.isEmpty() || features.size() > EncodingSchema.MOST_FEATURES) {
            throw new InvalidEncoding("features", "are 1 to " + EncodingSchema.MOST_FEATURES);
        }
        if (features.stream().noneMatch(Feature::isVaried)) {
            throw new InvalidEncoding(
                    "features",
                    "hold short fields only, whose few values could be counted out; encode the bigrams of names too");
        }
        return features;
    }

    private static Feature feature(String name, JsonNode node) {
        var key = "features." + name;
        allow(key, node, "of", "column", "tokens", "bits", "bits_per_token", "salt");
        var kinds = EnumSet.noneOf(ColumnKind.class);
        node.path("of")
                .forEach(code -> kinds.add(Arrays.stream(ColumnKind.values())
                        .filter(kind -> kind.code().equals(code.asText()))
                        .findFirst()
                        .orElseThrow(() -> new InvalidEncoding(key + ".of", code.asText() + " is no kind of column"))));
        if (kinds.isEmpty()) {
            throw new InvalidEncoding(key + ".of", "lists the kinds of columns it reads");
        }
        var tokens = Tokens.of(text(key, node, "tokens"))
                .orElseThrow(() -> new InvalidEncoding(key + ".tokens", "is bigrams, compact, date or whole"));
        if ((tokens == Tokens.DATE) != DATES.containsAll(kinds)) {
            throw new InvalidEncoding(key + ".tokens", "is date for the parts of a date and for nothing else");
        }
        boolean perToken = node.has("bits_per_token");
        if (perToken == node.has("bits")) {
            throw new InvalidEncoding(key, "has either bits or bits_per_token");
        }
        int bits = whole(key, node, perToken ? "bits_per_token" : "bits", 1, 1000);
        var column = node.has("column") ? text(key, node, "column") : null;
        boolean salted = node.has("salt");
        if (salted && (tokens == Tokens.DATE || !text(key, node, "salt").equals("birth_year"))) {
            throw new InvalidEncoding(key + ".salt", "is birth_year, and not for the birth date itself");
        }
        return new Feature(name, kinds, column, tokens, bits, perToken, salted);
    }

    private static List<Hardening> hardening(JsonNode node, int bits) {
        var steps = new ArrayList<Hardening>();
        int length = bits;
        for (var item : node) {
            var key = "hardening." + steps.size();
            if (item.size() != 1) {
                throw new InvalidEncoding(key, "is one step with its parameters, such as permute: {seed: 1}");
            }
            var step = item.properties().iterator().next();
            var hardening = step(key + "." + step.getKey(), step.getKey(), step.getValue());
            length = hardening.bits(length);
            if (length < LEAST_BITS / 2 || length > MOST_BITS * 2) {
                throw new InvalidEncoding(key, "leaves " + length + " bits");
            }
            steps.add(hardening);
        }
        return steps;
    }

    private static Hardening step(String key, String name, JsonNode node) {
        return switch (name) {
            case "balance" -> without(key, node, new Balance());
            case "xor_fold" -> without(key, node, new XorFold());
            case "rule_90" -> without(key, node, new Rule90());
            case "permute" -> {
                allow(key, node, "seed");
                yield new Permute(whole(key, node, "seed", 0, Integer.MAX_VALUE));
            }
            case "randomised_response" -> {
                allow(key, node, "probability", "seed");
                yield new RandomisedResponse(
                        number(key, node, "probability", 0, 0.95), whole(key, node, "seed", 0, Integer.MAX_VALUE));
            }
            case "rehash" -> {
                allow(key, node, "window", "step", "samples");
                int window = whole(key, node, "window", 2, Rehash.WIDEST);
                yield new Rehash(window, whole(key, node, "step", 1, window), whole(key, node, "samples", 1, 64));
            }
            default -> throw new InvalidEncoding(key, "is no hardening known here");
        };
    }

    private static Hardening without(String key, JsonNode node, Hardening hardening) {
        allow(key, node);
        return hardening;
    }

    private static void allow(String key, JsonNode node, String... names) {
        if (!node.isObject()) {
            throw new InvalidEncoding(key, "has parts, be they none: {}");
        }
        var allowed = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!allowed.contains(name)) {
                throw new InvalidEncoding(key + "." + name, "is not known here");
            }
        });
    }

    private static String text(String key, JsonNode node, String name) {
        var text = node.path(name);
        if (!text.isValueNode() || text.asText().isBlank()) {
            throw new InvalidEncoding(key + "." + name, "is a text");
        }
        return text.asText().strip();
    }

    /** Whether the second of two words stands there. */
    private static boolean choice(JsonNode root, String name, String no, String yes) {
        var word = text("schema", root, name);
        if (!word.equals(no) && !word.equals(yes)) {
            throw new InvalidEncoding(name, "is " + no + " or " + yes);
        }
        return word.equals(yes);
    }

    private static int whole(String key, JsonNode node, String name, int least, int most) {
        if (!node.path(name).isIntegralNumber()) {
            throw new InvalidEncoding(key + "." + name, "is a whole number");
        }
        return (int) number(key, node, name, least, most);
    }

    private static double number(String key, JsonNode node, String name, double least, double most) {
        var number = node.path(name);
        if (!number.isNumber() || !(number.doubleValue() >= least && number.doubleValue() <= most)) {
            throw new InvalidEncoding(key + "." + name, "is a number from " + least + " to " + most);
        }
        return number.doubleValue();
    }

    private static JsonNode parse(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidEncoding("schema", "is not YAML: " + e.getOriginalMessage());
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
