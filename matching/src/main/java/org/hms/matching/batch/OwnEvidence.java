package org.hms.matching.batch;

import java.util.List;
import java.util.Set;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.Evidence;

/**
 * Families share surnames, home, telephone and mother, so the weights of these do not add up as if they were independent.
 * What is a person's own (given name, date of birth, sex, identifiers) must speak for a pair by itself: where it is known and
 * does not, or where two of these speak against it, the pair weighs no more than a pair of relatives does.
 */
final class OwnEvidence {
    private static final Set<String> OWN = Set.of("given-name", "birth-date", "sex", "identifiers");
    /** Half of all people are of one sex, so that it counts, but is not enough to be known by. */
    private static final String SEX = "sex";
    /** Odds of four to one. */
    private static final double ENOUGH = 2;

    private static final int CONTRADICTIONS = 2;
    private static final int KNOWN = 2;

    private final boolean[] own;
    private final boolean[] telling;

    OwnEvidence(List<Comparison> comparisons) {
        own = new boolean[comparisons.size()];
        telling = new boolean[comparisons.size()];
        for (int i = 0; i < own.length; i++) {
            var name = comparisons.get(i).name();
            own[i] = OWN.contains(name);
            telling[i] = own[i] && !name.equals(SEX);
        }
    }

    boolean isOwn(int comparison) {
        return own[comparison];
    }

    /** Whether a person could be known by what this comparison just said. */
    boolean isKnown(int comparison, Evidence evidence) {
        return telling[comparison] && evidence.speaks();
    }

    boolean isContradiction(double weight) {
        return weight <= -ENOUGH;
    }

    /**
     * @param weight of all comparisons and the prior
     * @param own weight of the person's own comparisons
     * @param known how many of these, sex apart, were known on both sides
     * @param contradictions how many of these speak clearly against the pair
     */
    static double limit(double weight, double own, int known, int contradictions) {
        double limited = contradictions >= CONTRADICTIONS ? Math.min(weight, 0) : weight;
        return known >= KNOWN && own < ENOUGH ? Math.min(limited, own - ENOUGH) : limited;
    }
}
