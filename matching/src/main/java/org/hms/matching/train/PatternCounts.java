package org.hms.matching.train;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each comparison pattern was seen. A pattern packs the levels of all comparisons into one number, so that
 * millions of pairs become some thousands of rows. Not thread-safe: one for each thread.
 */
final class PatternCounts {
    private final Map<Long, double[]> counts = new HashMap<>();

    void add(long pattern, double count) {
        counts.computeIfAbsent(pattern, _ -> new double[1])[0] += count;
    }

    void addAll(PatternCounts other) {
        other.counts.forEach((pattern, count) -> add(pattern, count[0]));
    }

    /** The rows in the order of their patterns, so that sums come out the same whoever counted first. */
    Patterns toPatterns() {
        long[] sorted =
                counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        double[] sortedCounts = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            sortedCounts[i] = counts.getOrDefault(sorted[i], new double[1])[0];
        }
        return new Patterns(sorted, sortedCounts);
    }
}
