package org.hms.seed.hard;

import java.util.random.RandomGenerator;

/**
 * Numbers of persons, cédulas and phones that no authority has issued. A cédula has eight digits, is 20,000,000 or more
 * and higher for the younger; twins and brothers registered together have neighbouring ones.
 */
final class Numbers {

    /** How many persons can have a cédula of their own. */
    static final int CAPACITY = 8_000_000;

    private static final long LOWEST_CEDULA = 20_000_000;
    private static final int BLOCKS = 5;
    private static final int FIRST_BIRTH_YEAR = 1930;
    private static final int YEARS_IN_A_BLOCK = 20;
    private static final long SCATTER = 1_234_577;
    private static final int RECENT = 4096;

    private final String[] recent = new String[RECENT];
    private long persons;

    long person() {
        if (++persons > CAPACITY) {
            throw new IllegalStateException("There are cédulas for " + CAPACITY + " persons only");
        }
        return persons;
    }

    /** Even numbers only: the odd ones are left to those registered beside somebody. */
    String cedula(long person, int birthYear) {
        var block = Math.clamp((birthYear - FIRST_BIRTH_YEAR) / YEARS_IN_A_BLOCK, 0, BLOCKS - 1);
        var scattered = person * SCATTER % CAPACITY;
        return remember(person, String.valueOf(LOWEST_CEDULA + 2L * (block * (long) CAPACITY + scattered)));
    }

    /** The number after an even one. */
    String beside(long person, String cedula) {
        return remember(person, String.valueOf(Long.parseLong(cedula) | 1));
    }

    /** A cédula that belongs to somebody else, most likely of another family. */
    String strangers(String own, RandomGenerator random) {
        var found = recent[random.nextInt(RECENT)];
        return found == null ? own : found;
    }

    /** Prefixes 090 to 095 are used by no operator. */
    static String phone(RandomGenerator random) {
        return String.valueOf(10_900_000_000L + random.nextLong(60_000_000)).substring(1);
    }

    private String remember(long person, String cedula) {
        recent[(int) (person % RECENT)] = cedula;
        return cedula;
    }
}
