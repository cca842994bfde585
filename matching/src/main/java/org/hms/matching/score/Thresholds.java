package org.hms.matching.score;

/**
 * Where the model draws its lines, in bits: from the link weight on two records are one person, from the review weight on a
 * steward is asked; the margin is how far the best candidate must lie above the second best to be taken alone.
 */
public record Thresholds(double linkWeight, double reviewWeight, double margin) {
    public Thresholds {
        if (!(linkWeight > reviewWeight) || !(margin >= 0)) {
            throw new IllegalArgumentException(
                    "The link weight lies above the review weight, and the margin is not negative");
        }
    }

    /** The upper half of the range under review is probable, the lower half possible. */
    public MatchGrade grade(double weight) {
        if (weight >= linkWeight) {
            return MatchGrade.CERTAIN;
        }
        if (weight >= (linkWeight + reviewWeight) / 2) {
            return MatchGrade.PROBABLE;
        }
        return weight >= reviewWeight ? MatchGrade.POSSIBLE : MatchGrade.CERTAINLY_NOT;
    }
}
