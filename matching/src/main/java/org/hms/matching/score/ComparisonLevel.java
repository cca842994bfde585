package org.hms.matching.score;

/**
 * One level of a comparison.
 *
 * @param m how often two records of one person reach it
 * @param u how often two records of two strangers reach it
 * @param r how often two records of two relatives reach it: as one person's in some share of cases, else as strangers'
 * @param termFrequencyWeight how much the frequency of the agreed name adjusts the weight, 0 (not) to 1 (fully)
 */
public record ComparisonLevel(String name, double m, double u, double r, double termFrequencyWeight) {
    public ComparisonLevel {
        if (!(m > 0 && m <= 1 && u > 0 && u <= 1 && r > 0 && r <= 1)) {
            throw new IllegalArgumentException("m, u and r lie above 0 and at most at 1: " + name);
        }
        if (!(termFrequencyWeight >= 0 && termFrequencyWeight <= 1)) {
            throw new IllegalArgumentException("The weight of term frequencies lies from 0 to 1: " + name);
        }
    }

    /** log2(m/u), in bits. */
    public double weight() {
        return Math.log(m / u) / Math.log(2);
    }

    /** log2(m/r), in bits. */
    public double weightAgainstRelatives() {
        return Math.log(m / r) / Math.log(2);
    }
}
