package org.hms.matching.score;

/**
 * What one comparison says: the level it reached and that level's weight in bits, the adjustment for the frequency of the
 * agreed name included. Where one side is missing the level is {@value #MISSING} and the weight 0.
 */
public record Evidence(String comparison, String level, double weight, double termFrequencyAdjustment) {
    public static final String MISSING = "null";

    public static Evidence missing(String comparison) {
        return new Evidence(comparison, MISSING, 0, 0);
    }

    /** Whether both sides were known, so that the comparison could say something. */
    public boolean speaks() {
        return !level.equals(MISSING);
    }
}
