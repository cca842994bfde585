package org.hms.registry.fhir.strict;

import java.util.regex.Pattern;

/**
 * Numbers that a parser may take without harm. A decimal with a huge exponent is short to write and takes seconds to
 * print: HAPI needs 18 s for {@code 1e1000000}.
 */
final class StrictNumber {
    private static final int MAX_LENGTH = 40;
    private static final int MAX_EXPONENT = 400;
    private static final int MAX_DIGITS_IN_TEXT = 1000;
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]*\\.?[0-9]*[eE]([+-]?[0-9]++)");

    private StrictNumber() {}

    static String fault(String number) {
        if (number.length() > MAX_LENGTH) {
            return "A number has more than " + MAX_LENGTH + " characters";
        }
        return exponentIsHuge(number) ? "The exponent of a number is beyond " + MAX_EXPONENT : "";
    }

    /** The same for text that a parser may yet read as a number (XML attributes, decimals in quotes). */
    static String faultInText(String text) {
        if (text.isEmpty() || !looksNumeric(text)) {
            return "";
        }
        if (text.length() > MAX_DIGITS_IN_TEXT) {
            return "A number has more than " + MAX_DIGITS_IN_TEXT + " characters";
        }
        return exponentIsHuge(text) ? "The exponent of a number is beyond " + MAX_EXPONENT : "";
    }

    private static boolean exponentIsHuge(String number) {
        var scientific = SCIENTIFIC.matcher(number);
        if (!scientific.matches()) {
            return false;
        }
        var exponent = scientific.group(1).replaceFirst("^[+-]?0*", "");
        return exponent.length() > 3 || (!exponent.isEmpty() && Integer.parseInt(exponent) > MAX_EXPONENT);
    }

    private static boolean looksNumeric(String text) {
        return text.chars()
                .allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E');
    }
}
