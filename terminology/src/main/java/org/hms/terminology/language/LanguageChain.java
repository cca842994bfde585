package org.hms.terminology.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which languages answer for a language: itself, its macrolanguage, then Paraguay's Spanish, Spanish and English. */
public final class LanguageChain {
    /** The languages of the Guaraní macrolanguage, as the IANA subtag registry lists them. */
    private static final Set<String> GUARANI = Set.of("gn", "gug", "gun", "gui", "gnw", "nhd");

    private static final List<String> FALLBACK = List.of("es-PY", "es", "en");
    private static final Map<String, Double> FALLBACK_FIT = Map.of("es-PY", 0.97, "es", 0.96, "en", 0.95);

    /** Who writes Spanish in Paraguay mixes in Guaraní. */
    private static final double JOPARA_FIT = 0.9;

    private LanguageChain() {}

    /** The languages in the order in which a text is looked for, {@code gug → gn → es-PY → es → en}. */
    public static List<String> of(String language) {
        var chain = new ArrayList<String>();
        for (var part = language; !part.isEmpty(); part = withoutLastSubtag(part)) {
            chain.add(part);
        }
        var primary = chain.getLast();
        if (GUARANI.contains(primary)) {
            chain.add(primary.equals("gn") ? "gug" : "gn");
        }
        FALLBACK.stream().filter(tag -> !chain.contains(tag)).forEach(chain::add);
        return List.copyOf(chain);
    }

    /**
     * How well a word of one language serves who asked in another: 1 for the language itself, a little less for its
     * relatives and fallbacks, 0 for a stranger. Every language serves who asked in none.
     */
    public static double fit(@Nullable String wanted, String offered) {
        if (wanted == null || wanted.isBlank()) {
            return 1;
        }
        var wantedPrimary = primary(wanted);
        var offeredPrimary = primary(offered);
        if (wantedPrimary.equals(offeredPrimary)) {
            return 1;
        }
        if (GUARANI.contains(wantedPrimary) && GUARANI.contains(offeredPrimary)) {
            return isParaguayan(wantedPrimary) && isParaguayan(offeredPrimary) ? 1 : 0.93;
        }
        if (wantedPrimary.equals("es") && isParaguayan(offeredPrimary)) {
            return JOPARA_FIT;
        }
        return FALLBACK_FIT.getOrDefault(offered, 0.0);
    }

    private static boolean isParaguayan(String primary) {
        return primary.equals("gn") || primary.equals("gug");
    }

    private static String primary(String tag) {
        for (var at = 0; at < tag.length(); at++) {
            if (tag.charAt(at) == '-' || tag.charAt(at) == '_') {
                return tag.substring(0, at).toLowerCase(Locale.ROOT);
            }
        }
        return tag.toLowerCase(Locale.ROOT);
    }

    private static String withoutLastSubtag(String tag) {
        var dash = tag.lastIndexOf('-');
        return dash < 0 ? "" : tag.substring(0, dash);
    }
}
