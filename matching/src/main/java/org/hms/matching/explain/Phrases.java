package org.hms.matching.explain;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.hms.matching.score.Evidence;
import org.hms.matching.score.TextComparison;

/** What comparisons, levels and figures are called in one language. */
public final class Phrases {
    private static final String BUNDLE = "org.hms.matching.explain.phrases";

    private final Language language;
    private final ResourceBundle bundle;

    private Phrases(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    public static Phrases in(Language language) {
        return new Phrases(
                language,
                ResourceBundle.getBundle(
                        BUNDLE,
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public Language language() {
        return language;
    }

    /** What a comparison is about: Apellidos; for a column compared as text its kind and name: Lugar (suburb). */
    public String comparison(String comparison) {
        var key = "comparison." + comparison;
        if (bundle.containsKey(key)) {
            return bundle.getString(key);
        }
        for (var kind : TextComparison.KINDS) {
            if (comparison.startsWith(kind)) {
                return word("comparison." + kind.substring(0, kind.length() - 1), comparison.substring(kind.length()));
            }
        }
        return comparison;
    }

    /** What a level says, as a sentence without its full stop. */
    public String sentence(String comparison, String level) {
        if (level.equals(Evidence.MISSING)) {
            return word("missing", comparison(comparison));
        }
        var key = key(comparison, level);
        return bundle.containsKey(key)
                ? word(key, comparison(comparison))
                : word("unknown", comparison(comparison), level);
    }

    boolean names(String comparison, String level) {
        return !comparison(comparison).equals(comparison) && bundle.containsKey(key(comparison, level));
    }

    /** Kinship says one thing at whatever level; columns compared as text share their sentences. */
    private String key(String comparison, String level) {
        if (bundle.containsKey("level." + comparison)) {
            return "level." + comparison;
        }
        boolean text = TextComparison.KINDS.stream().anyMatch(comparison::startsWith);
        return "level." + (text ? "text" : comparison) + "." + level;
    }

    /** What the name's frequency added: "apellido poco común, +2,1". */
    public String frequency(String comparison, double bits) {
        var rarity = bits > 0 ? "rare" : "common";
        var key = rarity + "." + comparison;
        return word(bundle.containsKey(key) ? key : rarity, bits(bits));
    }

    /** A text of the bundle with its places filled in. */
    public String word(String key, String... values) {
        try {
            var text = bundle.getString(key);
            for (int i = 0; i < values.length; i++) {
                text = text.replace("{" + i + "}", values[i]);
            }
            return text;
        } catch (MissingResourceException e) {
            throw new IllegalStateException("The phrases of " + language.code() + " lack " + key, e);
        }
    }

    /** To one place, with its sign: +9,3 or −0,4. */
    public String bits(double bits) {
        var text = String.format(Locale.ROOT, "%+.1f", bits);
        return text.endsWith("0.0") && text.length() == 4 ? decimal("0.0") : decimal(text.replace('-', '−'));
    }

    /** As a percentage; what rounds to all or nothing says so. */
    public String probability(double probability) {
        if (probability > 0.9999) {
            return word("more-than", decimal("99.99"));
        }
        if (probability < 0.0001) {
            return word("less-than", decimal("0.01"));
        }
        return word("percent", decimal(String.format(Locale.ROOT, "%.2f", probability * 100)));
    }

    private String decimal(String figure) {
        return language == Language.SPANISH ? figure.replace('.', ',') : figure;
    }
}
