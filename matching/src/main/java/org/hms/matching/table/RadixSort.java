package org.hms.matching.table;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sorts numbers that are spread evenly over the 64 bits: into buckets by their highest bits, then each bucket by itself. */
final class RadixSort {
    private static final int PARALLEL_FROM = 1 << 14;
    private static final int BUCKET_BITS = 12;

    private RadixSort() {}

    static void sort(long[] values) {
        if (values.length < PARALLEL_FROM) {
            Arrays.sort(values);
            return;
        }
        int buckets = 1 << BUCKET_BITS;
        var starts = new int[buckets + 1];
        for (long value : values) {
            starts[bucket(value) + 1]++;
        }
        for (int i = 0; i < buckets; i++) {
            starts[i + 1] += starts[i];
        }
        var sorted = new long[values.length];
        var next = starts.clone();
        for (long value : values) {
            sorted[next[bucket(value)]++] = value;
        }
        IntStream.range(0, buckets).parallel().forEach(i -> Arrays.sort(sorted, starts[i], starts[i + 1]));
        System.arraycopy(sorted, 0, values, 0, values.length);
    }

    /** Signed, so that the order is that of the numbers. */
    private static int bucket(long value) {
        return (int) ((value ^ Long.MIN_VALUE) >>> 64 - BUCKET_BITS);
    }
}
