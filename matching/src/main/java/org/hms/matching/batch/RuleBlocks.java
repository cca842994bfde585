package org.hms.matching.batch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/**
 * The opened blocks of one rule: the members of block i lie from starts[i] to starts[i + 1].
 *
 * @param keyed the records that have a key of the rule at all
 * @param refused the records in a block above the cap
 */
record RuleBlocks(int[] starts, int[] members, BitSet keyed, BitSet refused, RuleReport report) {
    private static final int LARGEST_SHOWN = 5;

    static RuleBlocks of(BlockingRule rule, List<ComparablePerson> people) {
        var keys = BlockKeys.sorted(rule, people);
        int bits = BlockKeys.placeBits(people.size());
        var members = new int[keys.length];
        var starts = new int[keys.length / 2 + 1];
        var keyed = new BitSet(people.size());
        var refused = new BitSet(people.size());
        var largest = new PriorityQueue<Integer>();
        int blocks = 0;
        int filled = 0;
        long overflows = 0;
        long overflowRecords = 0;
        for (int from = 0, to; from < keys.length; from = to) {
            to = end(keys, from, bits);
            int size = fill(members, filled, keys, from, to, bits);
            var block = Arrays.stream(members, filled, filled + size);
            note(largest, size);
            if (size > rule.cap()) {
                overflows++;
                overflowRecords += size;
                block.peek(keyed::set).forEach(refused::set);
            } else {
                block.forEach(keyed::set);
                if (size > 1) {
                    filled += size;
                    starts[++blocks] = filled;
                }
            }
        }
        var report = new RuleReport(rule.id(), rule.cap(), blocks, overflows, overflowRecords, descending(largest), 0);
        return new RuleBlocks(
                Arrays.copyOf(starts, blocks + 1), Arrays.copyOf(members, filled), keyed, refused, report);
    }

    private static int end(long[] keys, int from, int bits) {
        int to = from;
        while (to < keys.length && keys[to] >>> bits == keys[from] >>> bits) {
            to++;
        }
        return to;
    }

    /** Writes the people of one key, each once although a person may have one key twice, and gives their number. */
    private static int fill(int[] members, int at, long[] keys, int from, int to, int bits) {
        int size = 0;
        for (int i = from; i < to; i++) {
            if (i == from || keys[i] != keys[i - 1]) {
                members[at + size++] = (int) (keys[i] & ((1L << bits) - 1));
            }
        }
        return size;
    }

    private static void note(PriorityQueue<Integer> largest, int size) {
        if (size > 1) {
            largest.add(size);
            if (largest.size() > LARGEST_SHOWN) {
                largest.remove();
            }
        }
    }

    private static List<Integer> descending(PriorityQueue<Integer> sizes) {
        return sizes.stream().sorted(Collections.reverseOrder()).toList();
    }

    int count() {
        return starts.length - 1;
    }
}
