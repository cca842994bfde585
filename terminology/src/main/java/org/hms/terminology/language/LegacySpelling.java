package org.hms.terminology.language;

import java.util.regex.Pattern;

/** Guaraní as it was spelt before the alphabet of 1950, written in today's letters: payé is paje, aguará is aguara. */
public final class LegacySpelling {
    private static final Pattern HARD_QU = Pattern.compile("qu(?=[ei])");
    private static final Pattern HARD_C = Pattern.compile("c(?=[aou])");
    private static final Pattern SOFT = Pattern.compile("c(?=[ei])|z|ç");
    private static final Pattern CONSONANT_Y = Pattern.compile("(?<=^|[aeiou])y(?=[aeou])");
    private static final Pattern B_BETWEEN_VOWELS = Pattern.compile("(?<=[aeiouy])b(?=[aeiouy])");

    private LegacySpelling() {}

    /** Never for the main field: there y is a vowel. */
    public static String modern(String folded) {
        var modern = folded.replace("x", "ch").replace("w", "gu");
        modern = HARD_QU.matcher(modern).replaceAll("k");
        modern = HARD_C.matcher(modern).replaceAll("k");
        modern = SOFT.matcher(modern).replaceAll("s");
        modern = CONSONANT_Y.matcher(modern).replaceAll("j");
        return B_BETWEEN_VOWELS.matcher(modern).replaceAll("v");
    }
}
