package org.hms.registry.territory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Names made comparable for search: lower case, without accents and tildes, without puso or apostrophe, and with one space
 * for whatever else is neither letter nor digit. So {@code mbya} finds {@code Mby'a} and {@code guarambare} finds
 * {@code GUARAMBARÉ}.
 */
public final class NameFolding {

    private static final String PUSOS = "'’ʼ‘`´ꞌ";

    private NameFolding() {}

    public static String fold(String name) {
        var letters =
                Normalizer.normalize(withoutPusos(name), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var folded = new StringBuilder(letters.length());
        letters.codePoints().forEach(c -> append(c, folded));
        return folded.toString().stripTrailing();
    }

    private static void append(int c, StringBuilder folded) {
        if (Character.isLetterOrDigit(c)) {
            folded.appendCodePoint(c);
        } else if (Character.getType(c) != Character.NON_SPACING_MARK
                && !folded.isEmpty()
                && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    /** Before decomposition, which would make a space of the acute accent that many type for a puso. */
    private static String withoutPusos(String name) {
        var kept = new StringBuilder(name.length());
        name.chars().filter(c -> PUSOS.indexOf(c) < 0).forEach(c -> kept.append((char) c));
        return kept.toString();
    }
}
