package org.hms.matching.train;

import java.util.Arrays;

/** Comparison patterns and how often each was seen, in the order of the patterns. Not changed once made. */
final class Patterns {
    private static final int BITS = 4;
    /** Levels that fit into a pattern, the missing one apart. */
    static final int MOST_LEVELS = (1 << BITS) - 1;

    static final int MOST_COMPARISONS = Long.SIZE / BITS;
    /** What {@link #level} says where a side was missing. */
    static final int MISSING = -1;

    private final long[] patterns;
    private final double[] counts;

    Patterns(long[] patterns, double[] counts) {
        this.patterns = patterns;
        this.counts = counts;
    }

    static long put(long pattern, int comparison, int level) {
        return pattern | (long) (level + 1) << (comparison * BITS);
    }

    static int level(long pattern, int comparison) {
        return (int) (pattern >>> (comparison * BITS) & MOST_LEVELS) - 1;
    }

    int size() {
        return patterns.length;
    }

    int level(int row, int comparison) {
        return level(patterns[row], comparison);
    }

    long pattern(int row) {
        return patterns[row];
    }

    double count(int row) {
        return counts[row];
    }

    /** The same rows, each counted so many times. */
    Patterns times(double factor) {
        return new Patterns(
                patterns, Arrays.stream(counts).map(count -> count * factor).toArray());
    }

    double total() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }

    /** All pairs, each counted with the weight of its row. */
    double sum(double[] weightOfRow) {
        double sum = 0;
        for (int row = 0; row < patterns.length; row++) {
            sum += counts[row] * weightOfRow[row];
        }
        return sum;
    }

    /** How many pairs reached each level of a comparison. */
    double[] levelCounts(int comparison, int levels) {
        double[] once = new double[patterns.length];
        Arrays.fill(once, 1);
        return levelCounts(comparison, levels, once);
    }

    /** How many pairs reached each level of a comparison, each counted with the weight of its row. */
    double[] levelCounts(int comparison, int levels, double[] weightOfRow) {
        double[] sums = new double[levels];
        for (int row = 0; row < patterns.length; row++) {
            int level = level(row, comparison);
            if (level != MISSING) {
                sums[level] += counts[row] * weightOfRow[row];
            }
        }
        return sums;
    }
}
