package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hms.matching.batch.Deduplicated;
import org.hms.matching.table.PersonTable;

/**
 * The order in which records are loaded: in slices, none of which parts records that may be of one person. Each pair worth
 * keeping is written with the later slice of its two.
 */
final class BulkPlan {

    /** Pairs may weigh a little more when they are judged whole than in the table, which knows one name of a person. */
    private static final double MARGIN_BITS = 2;

    private final PersonTable table;
    private final int[][] slices;
    private final int[] sliceOf;
    private final int[] offsets;
    private final int[] others;

    private BulkPlan(PersonTable table, int[][] slices, int[] sliceOf, int[] offsets, int[] others) {
        this.table = table;
        this.slices = slices;
        this.sliceOf = sliceOf;
        this.offsets = offsets;
        this.others = others;
    }

    static BulkPlan of(PersonTable table, Deduplicated pairs, double linkWeight, int sliceSize) {
        var parents = new int[table.size()];
        Arrays.setAll(parents, i -> i);
        var offsets = new int[table.size() + 1];
        pairs.forEachPair((one, other, weight) -> {
            offsets[one + 1]++;
            offsets[other + 1]++;
            if (weight >= linkWeight - MARGIN_BITS) {
                int a = root(parents, one);
                int b = root(parents, other);
                parents[Math.max(a, b)] = Math.min(a, b);
            }
        });
        Arrays.parallelPrefix(offsets, Math::addExact);
        var others = new int[offsets[table.size()]];
        var next = offsets.clone();
        pairs.forEachPair((one, other, weight) -> {
            others[next[one]++] = other;
            others[next[other]++] = one;
        });
        var slices = slices(parents, sliceSize);
        var sliceOf = new int[table.size()];
        for (int slice = 0; slice < slices.length; slice++) {
            for (int row : slices[slice]) {
                sliceOf[row] = slice;
            }
        }
        return new BulkPlan(table, slices, sliceOf, offsets, others);
    }

    private static int[][] slices(int[] parents, int sliceSize) {
        var keys = new long[parents.length];
        Arrays.setAll(keys, row -> (long) root(parents, row) << 32 | row);
        Arrays.parallelSort(keys);
        var slices = new ArrayList<int[]>();
        int from = 0;
        for (int to = 1; to <= keys.length; to++) {
            boolean componentEnds = to == keys.length || keys[to] >>> 32 != keys[to - 1] >>> 32;
            if (componentEnds && (to - from >= sliceSize || to == keys.length)) {
                slices.add(
                        Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray());
                from = to;
            }
        }
        return slices.toArray(int[][]::new);
    }

    private static int root(int[] parents, int row) {
        int at = row;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    int slices() {
        return slices.length;
    }

    /** The places in the spool of a slice's records. */
    int[] places(int slice) {
        return Arrays.stream(slices[slice]).map(this::place).toArray();
    }

    /** Two places in the spool. */
    record Pair(int one, int other) {}

    /** The pairs that are written with this slice. */
    List<Pair> pairs(int slice) {
        var pairs = new ArrayList<Pair>();
        for (int row : slices[slice]) {
            for (int i = offsets[row]; i < offsets[row + 1]; i++) {
                int other = others[i];
                if (sliceOf[other] < slice || sliceOf[other] == slice && other < row) {
                    pairs.add(new Pair(place(row), place(other)));
                }
            }
        }
        return pairs;
    }

    /** Records are named by their places in the table. */
    private int place(int row) {
        return Integer.parseInt(table.ids().get(row));
    }
}
