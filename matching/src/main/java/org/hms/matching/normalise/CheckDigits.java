package org.hms.matching.normalise;

/**
 * Check digits as the neighbours' offices compute them. Each takes the whole number, check digits included, as standardised:
 * letters and digits only, without leading zeros.
 */
final class CheckDigits {
    private static final int[] URUGUAY = {4, 3, 6, 7, 8, 9, 2};

    private CheckDigits() {}

    /** Paraguay's tax number: modulo 11, weights 2 to 11 again and again from the right; letters count as their codes. */
    static boolean ruc(String number) {
        int check = digit(number, 0);
        int sum = 0;
        int weight = 2;
        for (int k = 1; k < number.length(); k++) {
            char letter = number.charAt(number.length() - 1 - k);
            for (int code = isDigit(letter) ? letter - '0' : letter, first = 1; code > 0 || first == 1; first = 0) {
                sum += code % 10 * weight;
                weight = weight == 11 ? 2 : weight + 1;
                code /= 10;
            }
        }
        int rest = sum % 11;
        return number.length() >= 2 && number.length() <= 10 && check == (rest > 1 ? 11 - rest : 0);
    }

    /** Brazil's CPF: eleven digits, the last two modulo 11, not all alike. */
    static boolean cpf(String number) {
        if (!areDigits(number, number.length()) || number.length() > 11 || number.length() < 3 || areAlike(number)) {
            return false;
        }
        int first = 0;
        int second = 0;
        for (int k = 1; k < 11; k++) {
            first += k >= 2 ? digit(number, k) * k : 0;
            second += digit(number, k) * (k + 1);
        }
        return digit(number, 1) == oneDigit(elevenLess(first)) && digit(number, 0) == oneDigit(elevenLess(second));
    }

    private static int oneDigit(int check) {
        return check > 9 ? 0 : check;
    }

    /** Brazil's health card: fifteen digits whose weighted sum eleven divides. */
    static boolean cns(String number) {
        if (number.length() != 15 || !areDigits(number, 15) || "12789".indexOf(number.charAt(0)) < 0) {
            return false;
        }
        int sum = 0;
        for (int k = 0; k < 15; k++) {
            sum += digit(number, k) * (k + 1);
        }
        return sum % 11 == 0;
    }

    /** Argentina's CUIL and CUIT: modulo 11, weights 2 to 7; where that gives ten, the prefix is another. */
    static boolean cuil(String number) {
        if (number.length() != 11 || !areDigits(number, 11) || number.charAt(0) != '2' && number.charAt(0) != '3') {
            return false;
        }
        return digit(number, 0) == elevenLess(byTwoToSeven(number)) % 11;
    }

    /** Chile's RUN: modulo 11, weights 2 to 7, K for ten. */
    static boolean run(String number) {
        int length = number.length();
        if (length < 2 || length > 9 || !areDigits(number, length - 1)) {
            return false;
        }
        int check = elevenLess(byTwoToSeven(number)) % 11;
        return check == 10 ? number.charAt(length - 1) == 'K' : digit(number, 0) == check;
    }

    /** Uruguay's cédula: modulo 10 of seven digits. */
    static boolean uruguayanCedula(String number) {
        if (number.length() < 6 || number.length() > 8 || !areDigits(number, number.length())) {
            return false;
        }
        int sum = 0;
        for (int k = 1; k <= 7; k++) {
            sum += digit(number, k) * URUGUAY[k - 1];
        }
        return digit(number, 0) == (10 - sum % 10) % 10;
    }

    private static int byTwoToSeven(String number) {
        int sum = 0;
        for (int k = 1; k < number.length(); k++) {
            sum += digit(number, k) * (2 + (k - 1) % 6);
        }
        return sum;
    }

    /** From 1 to 11; what ten and eleven stand for differs from office to office. */
    private static int elevenLess(int sum) {
        return 11 - sum % 11;
    }

    /** The digit at this place from the right; 0 to the left of the number, as if it were written with its zeros. */
    private static int digit(String number, int fromRight) {
        int at = number.length() - 1 - fromRight;
        if (at < 0) {
            return 0;
        }
        return isDigit(number.charAt(at)) ? number.charAt(at) - '0' : -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean areDigits(String number, int length) {
        for (int i = 0; i < length; i++) {
            if (!isDigit(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areAlike(String number) {
        return number.length() == 11 && number.equals(number.substring(0, 1).repeat(11));
    }
}
