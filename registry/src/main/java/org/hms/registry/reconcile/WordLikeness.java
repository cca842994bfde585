package org.hms.registry.reconcile;

import org.hms.matching.similarity.EditDistance;
import org.hms.matching.similarity.SpanishSound;

/** How alike two folded words of names are. */
enum WordLikeness {
    SAME(1),
    /** One slip of the pen, two in a long word, or spoken alike. */
    SPELLING(0.95),
    /** An initial of the other: SAN JOSE DEL R. */
    INITIAL(0.9),
    /** Of one stem: quemado and quemaduras. */
    STEM(0.75),
    NONE(0);

    private static final int LONG_ENOUGH_FOR_A_SLIP = 5;
    private static final int LONG_ENOUGH_FOR_TWO = 9;
    private static final int SHORTEST_STEM = 5;
    private static final double MOST_OF_IT = 0.7;

    private final double share;

    WordLikeness(double share) {
        this.share = share;
    }

    /** How much of the words' information they have in common. */
    double share() {
        return share;
    }

    static WordLikeness of(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0) ? INITIAL : NONE;
        }
        int shorter = Math.min(one.length(), other.length());
        int slips = shorter >= LONG_ENOUGH_FOR_TWO ? 2 : shorter >= LONG_ENOUGH_FOR_A_SLIP ? 1 : 0;
        if (SpanishSound.key(one).equals(SpanishSound.key(other))
                || slips > 0 && !isDiminutive(one, other) && EditDistance.between(one, other) <= slips) {
            return SPELLING;
        }
        int stem = commonBeginning(one, other);
        return stem >= SHORTEST_STEM && stem >= MOST_OF_IT * shorter && !isDiminutive(one, other) ? STEM : NONE;
    }

    /** Guaraní's diminutive makes another place of a place: Caacupemi is not Caacupe, nor Choremi Chore. */
    private static boolean isDiminutive(String one, String other) {
        var shorter = one.length() < other.length() ? one : other;
        var longer = one.length() < other.length() ? other : one;
        return longer.equals(shorter + "mi") || longer.equals(shorter + "i") || longer.equals(shorter + "to");
    }

    private static int commonBeginning(String one, String other) {
        int length = 0;
        while (length < one.length() && length < other.length() && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
