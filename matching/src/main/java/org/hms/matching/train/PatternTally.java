package org.hms.matching.train;

import java.util.Arrays;

/** Counts patterns: an open hash table of numbers. Of one thread. */
final class PatternTally {
    private static final long EMPTY = -1;

    private long[] keys = empty(1 << 10);
    private long[] counts = new long[1 << 10];
    private int size;

    private static long[] empty(int length) {
        var keys = new long[length];
        Arrays.fill(keys, EMPTY);
        return keys;
    }

    void add(long pattern, long count) {
        int place = place(pattern);
        if (keys[place] == EMPTY) {
            if (size * 2 >= keys.length) {
                grow();
                place = place(pattern);
            }
            keys[place] = pattern;
            size++;
        }
        counts[place] += count;
    }

    void add(PatternTally other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.keys[i] != EMPTY) {
                add(other.keys[i], other.counts[i]);
            }
        }
    }

    private int place(long pattern) {
        int mask = keys.length - 1;
        int place = (int) ((pattern * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (keys[place] != EMPTY && keys[place] != pattern) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = empty(oldKeys.length * 2);
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    /** The same with each key divided by a number, so that those of one pattern come together. */
    PatternTally dividedBy(int divisor) {
        var divided = new PatternTally();
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                divided.add(keys[i] / divisor, counts[i]);
            }
        }
        return divided;
    }

    /** Tells each key with its count, in ascending order of the keys. */
    void forEach(Told told) {
        Arrays.stream(keys).filter(key -> key != EMPTY).sorted().forEach(key -> told.accept(key, counts[place(key)]));
    }

    interface Told {
        void accept(long key, long count);
    }

    /** The patterns in ascending order, so that sums do not depend on who counted what. */
    Patterns patterns(PatternCoder coder) {
        long[] sorted = Arrays.stream(keys).filter(key -> key != EMPTY).sorted().toArray();
        var levels = new byte[sorted.length][coder.comparisons()];
        var found = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            coder.decode(sorted[i], levels[i]);
            found[i] = counts[place(sorted[i])];
        }
        return new Patterns(levels, found);
    }
}
