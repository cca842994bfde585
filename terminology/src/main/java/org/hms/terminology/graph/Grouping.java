package org.hms.terminology.graph;

/** Puts rows in the order of a key, rows of one key staying as they stood, by counting; a pass for each key. */
final class Grouping {
    private Grouping() {}

    /** 0 to {@code size - 1}. */
    static int[] identity(int size) {
        var order = new int[size];
        for (var row = 0; row < size; row++) {
            order[row] = row;
        }
        return order;
    }

    /** Where the rows of each key begin, and, last, how many rows there are. */
    static int[] offsets(int[] keys, int range) {
        var offsets = new int[range + 1];
        for (var key : keys) {
            offsets[key + 1]++;
        }
        for (var key = 0; key < range; key++) {
            offsets[key + 1] += offsets[key];
        }
        return offsets;
    }

    static int[] sort(int[] order, int[] keys, int range) {
        var next = offsets(keys, range);
        var sorted = new int[order.length];
        for (var row : order) {
            sorted[next[keys[row]]++] = row;
        }
        return sorted;
    }

    static int[] pick(int[] values, int[] order) {
        var picked = new int[order.length];
        for (var index = 0; index < order.length; index++) {
            picked[index] = values[order[index]];
        }
        return picked;
    }
}
