package org.hms.terminology.language;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One spelling out of the many in which Guaraní is written: glottal stops (puso), tildes typed after the vowel, circumflex
 * and diaeresis from Spanish keyboards. {@code strict} keeps what tells words apart, {@code folded} what every keyboard
 * can type.
 */
public final class Orthography {
    /** No text is read beyond this many characters. */
    static final int MAX_CHARACTERS = 2_000;

    private static final char PUSO = '\u02BC';
    private static final String PUSO_OR_TILDE = "'`~^";
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200F\u2060\uFEFF]");
    private static final Pattern POST_FIXED_TILDE = Pattern.compile("([aeiouygAEIOUYG])[~^\u02DC]");
    private static final Pattern ANY_PUSO =
            Pattern.compile("(?<=\\p{L}\\p{M}?)['\u2019\u2018`\u00B4\u02BB\uA78C\u2032\u02C8\u02BC](?=\\p{L})");
    private static final Pattern GLOTTAL_LETTER = Pattern.compile("[\u0294\u0241\u0242\u02C0]");
    /** The sixth vowel of older books, and the y of who has its dots on the keyboard. */
    private static final Pattern OLDER_Y = Pattern.compile("i\u0306|y\u0308");

    private static final Pattern NASAL_BY_ANOTHER_MARK = Pattern.compile("(?<=[aeiouyg])[\u0300\u0302\u0306\u0308]");
    private static final Pattern STRESS = Pattern.compile("[\u0300\u0301]");
    /** More marks than two on a letter say nothing in any language here. */
    private static final Pattern SUPERFLUOUS_MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Orthography() {}

    /** Lower case, NFC, stress marks removed; nasal tildes and puso kept. */
    public static String strict(String text) {
        if (isPlain(text) && PUSO_OR_TILDE.chars().noneMatch(sign -> text.indexOf(sign) >= 0)) {
            return cut(text).toLowerCase(Locale.ROOT);
        }
        var clean = INVISIBLE.matcher(cut(text)).replaceAll("");
        clean = ANY_PUSO.matcher(clean).replaceAll(String.valueOf(PUSO));
        clean = POST_FIXED_TILDE.matcher(clean).replaceAll("$1\u0303");
        clean = Normalizer.normalize(clean, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        clean = SUPERFLUOUS_MARKS.matcher(clean).replaceAll("$1");
        clean = GLOTTAL_LETTER.matcher(clean).replaceAll(String.valueOf(PUSO));
        clean = OLDER_Y.matcher(clean).replaceAll("y");
        clean = NASAL_BY_ANOTHER_MARK.matcher(clean).replaceAll("\u0303");
        clean = STRESS.matcher(clean).replaceAll("");
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** The strict form without tildes and puso, signs of phonetic transcription as people write their sounds. */
    public static String folded(String strict) {
        if (isPlain(strict)) {
            return strict;
        }
        var open = Normalizer.normalize(strict, Normalizer.Form.NFD);
        var practical = PhonemicSigns.practical(open);
        return MARKS.matcher(practical).replaceAll("").replace(String.valueOf(PUSO), "");
    }

    /** Whether the character stands for a letter, not for a mark on another or a glottal stop. */
    static boolean isLetterOfItsOwn(char character) {
        return character != PUSO && Character.getType(character) != Character.NON_SPACING_MARK;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }
}
