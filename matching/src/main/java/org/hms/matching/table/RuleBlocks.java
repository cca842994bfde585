package org.hms.matching.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;
import org.hms.matching.score.BlockingRule;

/**
 * The opened blocks of one rule: the members of block i lie from starts[i] to starts[i + 1], in ascending order.
 *
 * @param keyed the records that have a key of the rule at all
 * @param refused the records in a block above the cap
 * @param pairs within the opened blocks
 * @param opened the share of all keys that lie in no block above the cap
 */
record RuleBlocks(
        int[] starts, int[] members, BitSet keyed, BitSet refused, long pairs, double opened, RuleReport report) {
    private static final int LARGEST_SHOWN = 5;

    /**
     * @param sorted keys in their high bits, records in their low
     * @param most pairs that the rule may make; where its cap would allow more, the cap is lowered, so that the smallest
     *     blocks, which tell most, are opened first
     */
    static RuleBlocks of(BlockingRule rule, long[] sorted, int recordBits, int records, long most) {
        long[] keys = distinct(sorted);
        int cap = affordable(keys, recordBits, rule.cap(), most);
        var members = new int[keys.length];
        var starts = new int[keys.length / 2 + 1];
        var keyed = new BitSet(records);
        var refused = new BitSet(records);
        var sizes = new Sizes();
        long low = (1L << recordBits) - 1;
        int filled = 0;
        for (int from = 0, to; from < keys.length; from = to) {
            to = end(keys, from, recordBits);
            boolean closed = to - from > cap;
            boolean opened = to - from > 1 && !closed;
            for (int i = from; i < to; i++) {
                int record = (int) (keys[i] & low);
                keyed.set(record);
                if (opened) {
                    members[filled++] = record;
                } else if (closed) {
                    refused.set(record);
                }
            }
            sizes.note(to - from, closed);
            starts[sizes.blocks] = filled;
        }
        return new RuleBlocks(
                Arrays.copyOf(starts, sizes.blocks + 1),
                Arrays.copyOf(members, filled),
                keyed,
                refused,
                sizes.pairs,
                keys.length == 0 ? 0 : 1 - (double) sizes.overflowRecords / keys.length,
                sizes.report(rule.id(), cap));
    }

    /** Counts blocks by what becomes of them. */
    private static final class Sizes {
        private final PriorityQueue<Integer> largest = new PriorityQueue<>();
        private int blocks;
        private long overflows;
        private long overflowRecords;
        private long pairs;

        private void note(int size, boolean closed) {
            if (size < 2) {
                return;
            }
            if (closed) {
                overflows++;
                overflowRecords += size;
            } else {
                blocks++;
                pairs += (long) size * (size - 1) / 2;
            }
            if (largest.size() < LARGEST_SHOWN) {
                largest.add(size);
            } else if (largest.element() < size) {
                largest.remove();
                largest.add(size);
            }
        }

        private RuleReport report(String rule, int cap) {
            var descending = largest.stream().sorted((a, b) -> b - a).toList();
            return new RuleReport(rule, cap, blocks, overflows, overflowRecords, descending, 0);
        }
    }

    /** A person may have one key twice: a compound name of two words that sound alike. */
    private static long[] distinct(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }

    /** The largest cap up to the rule's whose blocks hold no more pairs than wished. */
    private static int affordable(long[] keys, int recordBits, int cap, long most) {
        var blocksOfSize = new long[cap + 1];
        for (int from = 0, to; from < keys.length; from = to) {
            to = end(keys, from, recordBits);
            if (to - from <= cap) {
                blocksOfSize[to - from]++;
            }
        }
        long pairs = 0;
        for (int size = 2; size <= cap; size++) {
            pairs += blocksOfSize[size] * size * (size - 1) / 2;
            if (pairs > most) {
                return Math.max(2, size - 1);
            }
        }
        return cap;
    }

    private static int end(long[] keys, int from, int recordBits) {
        long key = keys[from] >>> recordBits;
        int to = from + 1;
        while (to < keys.length && keys[to] >>> recordBits == key) {
            to++;
        }
        return to;
    }

    int count() {
        return starts.length - 1;
    }
}
