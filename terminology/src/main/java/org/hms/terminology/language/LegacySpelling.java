package org.hms.terminology.language;

/**
 * Guaraní as it was spelt before the alphabet of 1950, and is by who learnt to write in Spanish, in today's letters: payé is
 * paje, cuña is kuña, aguará is aguara. Both the word looked for and the words of the lexicon are taken so.
 */
public final class LegacySpelling {
    private LegacySpelling() {}

    /** Never for the main field: there y is a vowel. */
    public static String modern(String folded) {
        var modern = new StringBuilder(folded.length() + 4);
        for (var at = 0; at < folded.length(); at++) {
            var letter = folded.charAt(at);
            var next = at + 1 < folded.length() ? folded.charAt(at + 1) : ' ';
            switch (letter) {
                case 'x' -> modern.append("ch");
                case 'w' -> modern.append("gu");
                case 'z', 'ç' -> modern.append('s');
                case 'q' -> {
                    modern.append('k');
                    at += next == 'u' ? 1 : 0;
                }
                case 'c' -> modern.append(next == 'h' ? 'c' : next == 'e' || next == 'i' ? 's' : 'k');
                case 'y' -> modern.append(isConsonant(folded, at, next) ? 'j' : 'y');
                case 'b' -> modern.append(at > 0 && folded.charAt(at - 1) == 'm' ? 'b' : 'v');
                default -> modern.append(letter);
            }
        }
        return modern.toString();
    }

    /** At the beginning or between vowels, yaguá is jagua. */
    private static boolean isConsonant(String folded, int at, char next) {
        return (at == 0 || "aeiou".indexOf(folded.charAt(at - 1)) >= 0) && "aeou".indexOf(next) >= 0;
    }
}
