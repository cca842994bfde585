package org.hms.matching.table;

import java.util.Arrays;

/** The keys of several values, one value after the other; of one value each key once. Of one thread. */
final class KeyList {
    private long[] keys = new long[256];
    private int[] ends = new int[256];
    private int size;
    private int values;

    /** Adds a key of the value that was not ended yet. */
    void add(long key) {
        for (int i = values == 0 ? 0 : ends[values - 1]; i < size; i++) {
            if (keys[i] == key) {
                return;
            }
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }

    void endOfValue() {
        if (values == ends.length) {
            ends = Arrays.copyOf(ends, values * 2);
        }
        ends[values++] = size;
    }

    int size() {
        return size;
    }

    int values() {
        return values;
    }

    /** Where the keys of a value end. */
    int end(int value) {
        return ends[value];
    }

    void copy(long[] out, int at) {
        System.arraycopy(keys, 0, out, at, size);
    }
}
