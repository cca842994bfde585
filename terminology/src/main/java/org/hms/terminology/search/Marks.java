package org.hms.terminology.search;

import java.text.Normalizer;

/** The tildes and pusos of two spellings that are the same without them. */
final class Marks {
    private static final char PUSO = '\u02BC';
    private static final double ONE_OMITTED = 0.97;
    private static final double MORE_OMITTED = 0.955;
    private static final double CONTRADICTED = 0.9;

    private Marks() {}

    /**
     * How well what was typed fits the label. Who leaves marks out writes on a poor keyboard; who writes one that the label
     * has not means another word.
     */
    static double fit(String typed, String label) {
        if (typed.equals(label)) {
            return 1;
        }
        var omitted = omitted(open(typed), open(label));
        return omitted < 0 ? CONTRADICTED : omitted > 1 ? MORE_OMITTED : ONE_OMITTED;
    }

    static int count(String strict) {
        return (int) open(strict).chars().filter(sign -> isMark((char) sign)).count();
    }

    /** How many marks the label has more, or -1 where it lacks one. */
    private static int omitted(String typed, String label) {
        var at = 0;
        for (var index = 0; index < typed.length(); index++) {
            while (at < label.length() && label.charAt(at) != typed.charAt(index) && isMark(label.charAt(at))) {
                at++;
            }
            if (at == label.length() || label.charAt(at) != typed.charAt(index)) {
                return -1;
            }
            at++;
        }
        return label.length() - typed.length();
    }

    private static String open(String strict) {
        return Normalizer.normalize(strict, Normalizer.Form.NFD);
    }

    private static boolean isMark(char character) {
        return character == PUSO || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
