package org.hms.matching.train;

import java.util.Arrays;

/**
 * Which combinations of levels pairs reach, and how many pairs each.
 *
 * @param levels of each pattern, by comparison
 * @param counts of each pattern
 */
record Patterns(byte[][] levels, double[] counts) {

    int size() {
        return counts.length;
    }

    double total() {
        return Arrays.stream(counts).sum();
    }

    /** How many pairs reach each level of a comparison, each pattern taken by its share. */
    double[] reached(int comparison, int levelCount, double[] shares) {
        var reached = new double[levelCount];
        for (int i = 0; i < counts.length; i++) {
            int level = levels[i][comparison];
            if (level >= 0) {
                reached[level] += counts[i] * shares[i];
            }
        }
        return reached;
    }

    double sum(double[] shares) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * shares[i];
        }
        return sum;
    }

    double[] whole() {
        var whole = new double[counts.length];
        Arrays.fill(whole, 1);
        return whole;
    }
}
