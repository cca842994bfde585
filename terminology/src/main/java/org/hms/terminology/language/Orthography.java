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
    private static final Pattern INVISIBLE = Pattern.compile("[\u00AD\u200B-\u200F\u2060\uFEFF]");
    private static final Pattern POST_FIXED_TILDE = Pattern.compile("([aeiouygAEIOUYG])[~^\u02DC]");
    private static final Pattern ANY_PUSO =
            Pattern.compile("(?<=\\p{L}\\p{M}?)['\u2019\u2018`\u00B4\u02BB\uA78C\u2032\u02C8\u02BC](?=\\p{L})");
    private static final Pattern CIRCUMFLEX_OR_DIAERESIS = Pattern.compile("(?<=[aeiouyg])[\u0302\u0308\u0306]");
    private static final Pattern STRESS = Pattern.compile("[\u0300\u0301]");
    /** More marks than two on a letter say nothing in any language here. */
    private static final Pattern SUPERFLUOUS_MARKS = Pattern.compile("(\\p{M}{2})\\p{M}+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Orthography() {}

    /** Lower case, NFC, stress marks removed; nasal tildes and puso kept. */
    public static String strict(String text) {
        var clean = INVISIBLE.matcher(cut(text)).replaceAll("");
        clean = ANY_PUSO.matcher(clean).replaceAll(String.valueOf(PUSO));
        clean = POST_FIXED_TILDE.matcher(clean).replaceAll("$1\u0303");
        clean = Normalizer.normalize(clean, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        clean = SUPERFLUOUS_MARKS.matcher(clean).replaceAll("$1");
        clean = CIRCUMFLEX_OR_DIAERESIS.matcher(clean).replaceAll("\u0303");
        clean = STRESS.matcher(clean).replaceAll("");
        return Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /** The strict form without tildes and puso. */
    public static String folded(String strict) {
        var open = Normalizer.normalize(strict, Normalizer.Form.NFD);
        return MARKS.matcher(open).replaceAll("").replace(String.valueOf(PUSO), "");
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end);
    }
}
