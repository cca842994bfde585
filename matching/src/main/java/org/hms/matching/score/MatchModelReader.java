package org.hms.matching.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Reads a model file and refuses what is misspelt, missing or no probability, naming the key. */
final class MatchModelReader {
    private static final double SUM_TOLERANCE = 0.02;

    private final Node root;
    private final String hash;
    private final String text;

    private MatchModelReader(Node root, String hash, String text) {
        this.root = root;
        this.hash = hash;
        this.text = text;
    }

    static MatchModel read(byte[] bytes) {
        return new MatchModelReader(
                        new Node("model", parse(bytes)), sha256(bytes), new String(bytes, StandardCharsets.UTF_8))
                .model();
    }

    private MatchModel model() {
        root.allow(
                "version",
                "prior_probability",
                "relatives_probability",
                "thresholds",
                "term_frequency",
                "comparisons",
                "blocking");
        var prior = root.number("prior_probability");
        if (!(prior > 0 && prior < 1)) {
            throw new InvalidModel("prior_probability", "lies between 0 and 1");
        }
        var relatives = root.has("relatives_probability") ? root.number("relatives_probability") : 0;
        if (!(relatives >= 0 && relatives < 1)) {
            throw new InvalidModel("relatives_probability", "lies from 0 to under 1");
        }
        return new MatchModel(
                root.text("version"),
                hash,
                prior,
                relatives,
                comparisons(),
                thresholds(root.child("thresholds")),
                blockingRules(),
                text);
    }

    static Thresholds thresholds(Node node) {
        node.allow("link", "review", "margin");
        try {
            return new Thresholds(node.number("link"), node.number("review"), node.number("margin"));
        } catch (IllegalArgumentException e) {
            throw new InvalidModel("thresholds", String.valueOf(e.getMessage()));
        }
    }

    private List<Comparison<?>> comparisons() {
        var frequencies = new TermFrequencyTables(root.child("term_frequency"));
        var comparisons = new ArrayList<Comparison<?>>();
        for (var node : root.child("comparisons").children()) {
            comparisons.add(comparison(node, frequencies));
        }
        requireNamesBefore(comparisons);
        return comparisons;
    }

    /** Whether two names change places is asked by what given names and surnames came to. */
    private static void requireNamesBefore(List<Comparison<?>> comparisons) {
        var names = comparisons.stream().map(Comparison::name).toList();
        int order = names.indexOf(NameOrderComparison.NAME);
        if (order >= 0
                && !names.subList(0, order).containsAll(List.of(GivenNameComparison.NAME, SurnamesComparison.NAME))) {
            throw new InvalidModel(
                    "comparisons." + NameOrderComparison.NAME,
                    "stands behind given-name and surnames, both of which it needs");
        }
    }

    private static Comparison<?> comparison(Node node, TermFrequencyTables frequencies) {
        return switch (node.name()) {
            case GivenNameComparison.NAME ->
                new GivenNameComparison(
                        levels(node, GivenNameComparison.Level.class), frequencies.of(GivenNameComparison.NAME));
            case SurnamesComparison.NAME ->
                new SurnamesComparison(
                        levels(node, SurnamesComparison.Level.class), frequencies.of(SurnamesComparison.NAME));
            case BirthDateComparison.NAME -> new BirthDateComparison(levels(node, BirthDateComparison.Level.class));
            case SexComparison.NAME -> new SexComparison(levels(node, SexComparison.Level.class));
            case IdentifierComparison.NAME ->
                new IdentifierComparison(
                        levels(node, IdentifierComparison.Level.class), Set.copyOf(node.texts("personal_systems")));
            case DistrictComparison.NAME -> new DistrictComparison(levels(node, DistrictComparison.Level.class));
            case PhoneComparison.NAME -> new PhoneComparison(levels(node, PhoneComparison.Level.class));
            case NameOrderComparison.NAME -> new NameOrderComparison(levels(node, NameOrderComparison.Level.class));
            case MotherComparison.NAME -> new MotherComparison(levels(node, MotherComparison.Level.class));
            default -> text(node);
        };
    }

    private static Comparison<?> text(Node node) {
        if (!TextComparison.isName(node.name())) {
            throw new InvalidModel(node.path(), "is no comparison");
        }
        return new TextComparison(node.name(), levels(node, TextComparison.Level.class));
    }

    /** The levels of a comparison in the order in which it asks for them; m and u must each sum to 1. */
    private static <E extends Enum<E>> LevelList levels(Node comparison, Class<E> type) {
        return levels(comparison, Levels.names(type));
    }

    static LevelList levels(Node comparison, List<String> names) {
        comparison.allow("levels", "personal_systems", "kin");
        double kin = comparison.has("kin") ? comparison.number("kin") : 0;
        if (!(kin >= 0 && kin <= 1)) {
            throw new InvalidModel(comparison.path() + ".kin", "lies from 0 to 1");
        }
        var node = comparison.child("levels");
        node.allow(names.toArray(String[]::new));
        var levels = new ArrayList<ComparisonLevel>();
        for (var name : names) {
            var level = node.child(name);
            level.allow("m", "u", "tf");
            try {
                double m = level.number("m");
                double u = level.number("u");
                double r = kin * m + (1 - kin) * u;
                levels.add(new ComparisonLevel(name, m, u, r, level.has("tf") ? level.number("tf") : 0));
            } catch (IllegalArgumentException e) {
                throw new InvalidModel(level.path(), String.valueOf(e.getMessage()));
            }
        }
        requireOne(node, "m", levels.stream().mapToDouble(ComparisonLevel::m).sum());
        requireOne(node, "u", levels.stream().mapToDouble(ComparisonLevel::u).sum());
        return new LevelList(kin, levels);
    }

    private static void requireOne(Node levels, String probability, double sum) {
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new InvalidModel(levels.path(), probability + " of all levels sums to 1, here to " + sum);
        }
    }

    private List<BlockingRule> blockingRules() {
        var rules = new ArrayList<BlockingRule>();
        var ids = new HashSet<String>();
        for (var node : root.child("blocking").children()) {
            node.allow("rule", "fields", "cap");
            var id = node.text("rule");
            if (!ids.add(id)) {
                throw new InvalidModel(node.path(), "two rules of one name");
            }
            var fields =
                    node.texts("fields").stream().map(code -> field(node, code)).toList();
            try {
                rules.add(new BlockingRule(id, fields, (int) node.number("cap")));
            } catch (IllegalArgumentException e) {
                throw new InvalidModel(node.path(), String.valueOf(e.getMessage()));
            }
        }
        return rules;
    }

    private static BlockingField field(Node rule, String code) {
        return Arrays.stream(BlockingField.values())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidModel(rule.path() + ".fields", code + " is no blocking field"));
    }

    static JsonNode parse(byte[] bytes) {
        try {
            return new YAMLMapper(new YAMLFactory()).readTree(bytes);
        } catch (JsonProcessingException e) {
            throw new InvalidModel("file", "is not YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
