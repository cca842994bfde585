package org.hms.terminology.language;

import java.util.Map;

/**
 * Signs of phonetic transcription in the letters with which people write those sounds: the words of the Chaco are recorded
 * as linguists heard them, and nobody has these signs on a keyboard.
 */
final class PhonemicSigns {
    private static final char CARON = '\u030C';
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('\u0268', "y"),
            Map.entry('\u0254', "o"),
            Map.entry('\u0251', "a"),
            Map.entry('\u014B', "ng"),
            Map.entry('\u0272', "n"),
            Map.entry('\u0283', "sh"),
            Map.entry('\u0292', "j"),
            Map.entry('\u026C', "l"),
            Map.entry('\u0281', "g"),
            Map.entry('\u0261', "g"),
            Map.entry('\u03B2', "v"),
            Map.entry('\u02B7', "u"),
            Map.entry('\u02B0', "h"),
            Map.entry('\u207F', "n"));

    private PhonemicSigns() {}

    /** Of a text whose marks stand apart (NFD). */
    static String practical(String open) {
        var practical = new StringBuilder(open.length() + 2);
        for (var at = 0; at < open.length(); at++) {
            var sign = open.charAt(at);
            var next = at + 1 < open.length() ? open.charAt(at + 1) : ' ';
            if (sign == 't' && next == '\u0283') {
                practical.append("ch");
                at++;
            } else if (sign == 'd' && next == '\u0292') {
                practical.append('j');
                at++;
            } else if ((sign == 'c' || sign == 's') && next == CARON) {
                practical.append(sign).append('h');
                at++;
            } else {
                practical.append(LETTERS.getOrDefault(sign, String.valueOf(sign)));
            }
        }
        return practical.toString();
    }
}
