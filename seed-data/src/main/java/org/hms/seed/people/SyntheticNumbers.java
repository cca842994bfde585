package org.hms.seed.people;

import java.util.random.RandomGenerator;

/**
 * Identity numbers that no authority has issued, one for each person of a population. A cédula has eight digits and is
 * 20,000,000 or more (those issued are below), lower for older people. A DNI is 98,000,000 or more. A CPF starts with 00
 * and has true check digits. Mobile numbers start with 090, which no operator uses.
 */
final class SyntheticNumbers {

    /** How many people can have numbers of their own. */
    static final int CAPACITY = 2_000_000;

    private static final int LOWEST_CEDULA = 20_000_000;
    private static final int CEDULA_BLOCKS = 40;
    private static final int FIRST_BIRTH_YEAR = 1925;
    private static final double YEARS_IN_A_BLOCK = 2.6;
    private static final int LOWEST_DNI = 98_000_000;

    private SyntheticNumbers() {}

    /** One block of numbers for each two and a half years of birth, so that numbers rise with the birth date. */
    static String cedula(int ordinal, int birthYear) {
        var block = Math.clamp((long) ((birthYear - FIRST_BIRTH_YEAR) / YEARS_IN_A_BLOCK), 0, CEDULA_BLOCKS - 1);
        return String.valueOf(LOWEST_CEDULA + block * CAPACITY + scattered(ordinal, 1_234_567));
    }

    static String dni(int ordinal) {
        return String.valueOf(LOWEST_DNI + scattered(ordinal, 777_777));
    }

    static String cpf(int ordinal) {
        var base = digits(scattered(ordinal, 999_331) + 1, 9);
        var first = base + checkDigit(base);
        return first + checkDigit(first);
    }

    static String phone(RandomGenerator random) {
        return "090" + digits(random.nextInt(10_000_000), 7);
    }

    /** Two check digits modulo 11, and not all digits equal. */
    static boolean isCpf(String number) {
        return number.matches("\\d{11}")
                && number.chars().distinct().count() > 1
                && number.charAt(9) == checkDigit(number.substring(0, 9))
                && number.charAt(10) == checkDigit(number.substring(0, 10));
    }

    private static char checkDigit(String digits) {
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (digits.length() + 1 - i);
        }
        var rest = 11 - sum % 11;
        return (char) ('0' + (rest > 9 ? 0 : rest));
    }

    /** A one-to-one shuffle of the ordinals; the factor shares no divisor with the capacity. */
    private static int scattered(int ordinal, int factor) {
        return (int) ((long) ordinal * factor % CAPACITY);
    }

    static String digits(int number, int length) {
        var text = String.valueOf(number);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }
}
