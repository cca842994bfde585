package org.hms.matching.normalise;

/** Identifying numbers as they compare: only letters and digits, no leading zeros, and not typed to fill a field. */
final class Numbers {
    private static final int LONG_ENOUGH_TO_REPEAT = 4;
    private static final int LONG_ENOUGH_TO_COUNT_FROM_ONE = 3;
    private static final int LONG_ENOUGH_TO_COUNT_ANYHOW = 6;

    private Numbers() {}

    /** "1.234.567" and "01234567" are one number. */
    static String canonical(String value) {
        int length = value.length();
        boolean plain = length > 0 && value.charAt(0) != '0';
        for (int i = 0; plain && i < length; i++) {
            plain = isDigit(value.charAt(i));
        }
        return plain ? value : gathered(value);
    }

    private static String gathered(String value) {
        var number = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isLetterOrDigit(c) && (c != '0' || !number.isEmpty())) {
                number.append(Character.toUpperCase(c));
            }
        }
        return number.toString();
    }

    /** Whether a number was typed to fill a field: without digits, one digit repeated, or counting up or down. */
    static boolean isFiller(String value) {
        int length = value.length();
        boolean digits = false;
        boolean alike = true;
        boolean up = true;
        boolean down = true;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            digits |= Character.isDigit(c);
            if (i > 0) {
                int step = c - value.charAt(i - 1);
                alike &= step == 0;
                up &= step == 1 || step == -9 && c == '0';
                down &= step == -1;
            }
        }
        return !digits
                || alike && length >= LONG_ENOUGH_TO_REPEAT
                || up && value.charAt(0) == '1' && length >= LONG_ENOUGH_TO_COUNT_FROM_ONE
                || (up || down) && length >= LONG_ENOUGH_TO_COUNT_ANYHOW;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
