package org.hms.matching.score;

/**
 * Two records that agree may be of one person, of two strangers, or of two relatives, who share surnames, home, telephone and
 * mother. The odds for one person are against both others together: 2^-w = 2^-strangers + 2^-relatives.
 */
public final class Kinship {
    public static final String NAME = "kinship";
    private static final String LEVEL = "relatives";
    private static final double LOG2 = Math.log(2);
    /** So many bits apart the lesser alternative does not count. */
    private static final double NEGLIGIBLE = 40;

    private Kinship() {}

    /**
     * @param strangers the weight for one person against two strangers, prior included, in bits
     * @param relatives the same against two relatives
     * @return the weight against both
     */
    public static double weight(double strangers, double relatives) {
        double least = Math.min(strangers, relatives);
        double apart = Math.abs(strangers - relatives);
        return apart > NEGLIGIBLE ? least : least - Math.log1p(Math.exp(-apart * LOG2)) / LOG2;
    }

    /** As a part of a score: what the pair loses. */
    static Evidence evidence(double strangers, double relatives) {
        return new Evidence(NAME, LEVEL, weight(strangers, relatives) - strangers, 0, 0);
    }
}
