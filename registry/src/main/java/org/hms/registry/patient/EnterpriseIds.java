package org.hms.registry.patient;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * Mints enterprise ids: 15 random letters or digits and a check character, in Crockford's base 32, which has no I, L, O or U.
 * 75 random bits; the database refuses the one repetition that will never happen.
 */
public final class EnterpriseIds {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 15;
    private static final int BITS = 5;
    private static final int CHARACTERS_A_DRAW = 12;

    private final RandomGenerator random;

    public EnterpriseIds() {
        this(new SecureRandom());
    }

    EnterpriseIds(RandomGenerator random) {
        this.random = random;
    }

    public String mint() {
        var id = new StringBuilder(LENGTH + 1);
        for (long bits = 0; id.length() < LENGTH; bits >>>= BITS) {
            if (id.length() % CHARACTERS_A_DRAW == 0) {
                bits = random.nextLong();
            }
            id.append(ALPHABET.charAt((int) bits & ALPHABET.length() - 1));
        }
        return id.append(checkCharacter(id)).toString();
    }

    /** True for text that has the form of an enterprise id and whose check character is right. */
    public static boolean wellFormed(String text) {
        return text.length() == LENGTH + 1
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && checkCharacter(text.substring(0, LENGTH)) == text.charAt(LENGTH);
    }

    /** Weights 1, 3, 5 … are odd and so without a divisor in common with 32: each single wrong character is found. */
    private static char checkCharacter(CharSequence id) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += (2 * i + 1) * ALPHABET.indexOf(id.charAt(i));
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
