package org.hms.matching.batch;

import java.util.Arrays;
import java.util.List;

/**
 * The pairs that reached the review weight, ordered by their records: those of record i lie from offsets[i] to
 * offsets[i + 1], each with the greater record of the two and the weight.
 *
 * @param comparisons how many pairs each rule was the first to bring together
 */
record ScoredPairs(int[] offsets, int[] rights, double[] weights, long[] comparisons) {

    /** What one chunk of records yielded: the lesser record in the upper half of each number. */
    record Part(long[] pairs, double[] weights) {}

    static ScoredPairs of(int records, long[] comparisons, List<Part> parts) {
        var offsets = new int[records + 1];
        for (var part : parts) {
            for (long pair : part.pairs()) {
                offsets[(int) (pair >>> 32) + 1]++;
            }
        }
        Arrays.parallelPrefix(offsets, Math::addExact);
        var rights = new int[offsets[records]];
        var weights = new double[rights.length];
        var next = offsets.clone();
        for (var part : parts) {
            for (int i = 0; i < part.pairs().length; i++) {
                insert(part.pairs()[i], part.weights()[i], offsets, next, rights, weights);
            }
        }
        return new ScoredPairs(offsets, rights, weights, comparisons);
    }

    /** Keeps the few pairs of one record in order as they come. */
    private static void insert(long pair, double weight, int[] offsets, int[] next, int[] rights, double[] weights) {
        int left = (int) (pair >>> 32);
        int right = (int) pair;
        int at = next[left]++;
        while (at > offsets[left] && rights[at - 1] > right) {
            rights[at] = rights[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        rights[at] = right;
        weights[at] = weight;
    }

    int size() {
        return rights.length;
    }

    /** Where the pair stands; negative when it was not kept. */
    int find(int left, int right) {
        return Arrays.binarySearch(rights, offsets[left], offsets[left + 1], right);
    }
}
