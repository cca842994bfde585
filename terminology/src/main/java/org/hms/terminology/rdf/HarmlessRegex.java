package org.hms.terminology.rdf;

/**
 * Regular expressions that take a time bounded by a low power of the text's length: no back reference, nothing in brackets
 * that repeats, no look around, and few repetitions without an end.
 */
final class HarmlessRegex {
    private static final int LONGEST = 100;
    private static final int MOST_OPEN_REPETITIONS = 3;

    private HarmlessRegex() {}

    static boolean is(String pattern) {
        if (pattern.length() > LONGEST) {
            return false;
        }
        var open = 0;
        for (var at = 0; at < pattern.length(); at++) {
            var sign = pattern.charAt(at);
            var next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
            if (sign == '\\') {
                if (Character.isDigit(next) || next == 'k' || next == 'Q') {
                    return false;
                }
                at++;
            } else if (sign == '(' && next == '?' || sign == ')' && "*+{?".indexOf(next) >= 0) {
                return false;
            } else if ("*+{".indexOf(sign) >= 0 && ++open > MOST_OPEN_REPETITIONS) {
                return false;
            }
        }
        return true;
    }
}
