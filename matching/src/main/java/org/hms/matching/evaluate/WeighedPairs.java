package org.hms.matching.evaluate;

import java.util.Arrays;

/** Pairs that were scored, each once, by the lesser record: plain arrays, so that millions of them fit. */
public final class WeighedPairs {
    private final int[] offsets;
    private final int[] rights;
    private final double[] weights;

    private WeighedPairs(int[] offsets, int[] rights, double[] weights) {
        this.offsets = offsets;
        this.rights = rights;
        this.weights = weights;
    }

    /**
     * @param records how many records there are
     * @param one and other: the records of each pair, in any order, of which the first {@code size} count
     * @throws IllegalArgumentException if a pair stands twice, or a record beside itself
     */
    public static WeighedPairs of(int records, int[] one, int[] other, double[] weights, int size) {
        var offsets = new int[records + 1];
        for (int i = 0; i < size; i++) {
            offsets[Math.min(one[i], other[i]) + 1]++;
        }
        Arrays.parallelPrefix(offsets, Integer::sum);
        var rights = new int[size];
        var sorted = new double[size];
        var at = offsets.clone();
        for (int i = 0; i < size; i++) {
            int place = at[Math.min(one[i], other[i])]++;
            rights[place] = Math.max(one[i], other[i]);
            sorted[place] = weights[i];
        }
        var pairs = new WeighedPairs(offsets, rights, sorted);
        pairs.requireEachOnce();
        return pairs;
    }

    private void requireEachOnce() {
        for (int left = 0; left < offsets.length - 1; left++) {
            var row = Arrays.copyOfRange(rights, offsets[left], offsets[left + 1]);
            Arrays.sort(row);
            for (int i = 0; i < row.length; i++) {
                if (row[i] == left || i > 0 && row[i] == row[i - 1]) {
                    throw new IllegalArgumentException("The pairs name one pair twice, or a record beside itself");
                }
            }
        }
    }

    public int size() {
        return rights.length;
    }

    /** The weight of a pair in bits; not a number when it was never scored. */
    double weight(int one, int other) {
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        for (int i = offsets[left]; i < offsets[left + 1]; i++) {
            if (rights[i] == right) {
                return weights[i];
            }
        }
        return Double.NaN;
    }

    /** A pair and its weight. */
    @FunctionalInterface
    interface Weighed {
        void of(int one, int other, double weight);
    }

    void each(Weighed seen) {
        for (int left = 0; left < offsets.length - 1; left++) {
            for (int i = offsets[left]; i < offsets[left + 1]; i++) {
                seen.of(left, rights[i], weights[i]);
            }
        }
    }
}
