package org.hms.matching.train;

import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The blocks of one rule: who is in each. Blocks of one person are left out, those above the cap counted. */
final class Blocks {
    private static final long SHORT = 0xffffffffL;

    private final int rule;
    private final int[] members;
    private final int[] starts;
    private final int[] hashes;
    private final long pairs;
    private final int closed;

    private Blocks(int rule, int[] members, int[] starts, int[] hashes, int closed) {
        this.rule = rule;
        this.members = members;
        this.starts = starts;
        this.hashes = hashes;
        this.closed = closed;
        long sum = 0;
        for (int block = 0; block < hashes.length; block++) {
            sum += RandomPairs.all(starts[block + 1] - starts[block]);
        }
        this.pairs = sum;
    }

    /**
     * Sorts short hashes with the person behind them; keys of one short hash are told apart when pairs are taken.
     *
     * @param tooLarge is told the keys of the blocks that are not opened
     */
    static Blocks of(int rule, int cap, long[][] keys, LongConsumer tooLarge) {
        long[] entries = IntStream.range(0, keys.length)
                .boxed()
                .flatMapToLong(person -> Arrays.stream(keys[person])
                        .filter(key -> BlockedPairs.ruleOf(key) == rule)
                        .map(key -> key << 32 | person))
                .toArray();
        Arrays.parallelSort(entries);
        int[] members = new int[entries.length];
        var starts = IntStream.builder();
        var hashes = IntStream.builder();
        int closed = 0;
        int kept = 0;
        for (int from = 0, to; from < entries.length; from = to) {
            to = endOf(entries, from);
            if (to - from > cap) {
                closed++;
                close(rule, entries[from], keys[(int) entries[from]], tooLarge);
            } else if (to - from > 1) {
                starts.add(kept);
                hashes.add((int) (entries[from] >>> 32));
                for (int i = from; i < to; i++) {
                    members[kept++] = (int) entries[i];
                }
            }
        }
        starts.add(kept);
        return new Blocks(
                rule, members, starts.build().toArray(), hashes.build().toArray(), closed);
    }

    private static int endOf(long[] entries, int from) {
        int to = from + 1;
        while (to < entries.length && entries[to] >>> 32 == entries[from] >>> 32) {
            to++;
        }
        return to;
    }

    private static void close(int rule, long entry, long[] keysOfMember, LongConsumer tooLarge) {
        for (long key : keysOfMember) {
            if (BlockedPairs.ruleOf(key) == rule && (key & SHORT) == entry >>> 32) {
                tooLarge.accept(key);
            }
        }
    }

    int rule() {
        return rule;
    }

    int count() {
        return hashes.length;
    }

    /** Pairs in all open blocks, those that share several keys counted several times. */
    long pairs() {
        return pairs;
    }

    /** How many blocks lay above the cap. */
    int closed() {
        return closed;
    }

    int start(int block) {
        return starts[block];
    }

    int end(int block) {
        return starts[block + 1];
    }

    int member(int position) {
        return members[position];
    }

    boolean isKeyOf(long key, int block) {
        return (int) key == hashes[block];
    }
}
