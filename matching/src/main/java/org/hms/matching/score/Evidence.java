package org.hms.matching.score;

/**
 * What one comparison says: the level it reached and that level's weight in bits, the adjustment for the frequency of the
 * agreed name included. Where one side is missing the level is {@value #MISSING} and the weight 0.
 *
 * @param weight for one person against two strangers
 * @param weightAgainstRelatives for one person against two of one family, in bits
 */
public record Evidence(
        String comparison, String level, double weight, double termFrequencyAdjustment, double weightAgainstRelatives) {
    public static final String MISSING = "null";

    public static Evidence missing(String comparison) {
        return new Evidence(comparison, MISSING, 0, 0, 0);
    }

    /** Whether both sides were known, so that the comparison could say something. */
    public boolean speaks() {
        return !level.equals(MISSING);
    }
}
