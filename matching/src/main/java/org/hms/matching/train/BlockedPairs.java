package org.hms.matching.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/**
 * Who meets whom under each blocking rule. Every pair is handed out once for each rule it meets under, and told apart
 * from those that an earlier rule found already. Blocks above their rule's cap are counted and not opened.
 */
final class BlockedPairs {
    /** A key's first byte is its rule, so that sorted keys lie rule by rule. */
    private static final int RULE_SHIFT = 56;

    private static final long HASH = (1L << RULE_SHIFT) - 1;
    private static final long NONE = -1;

    private final long[][] keys;
    private final List<Blocks> blocks;
    private final long[] closed;

    /** Takes a pair that meets under a rule; {@code fresh} when no earlier rule brought the two together. */
    @FunctionalInterface
    interface PairTaker {
        void take(int one, int other, boolean fresh);
    }

    BlockedPairs(List<ComparablePerson> people, List<BlockingRule> rules) {
        keys = new long[people.size()][];
        IntStream.range(0, people.size())
                .parallel()
                .forEach(person -> keys[person] = keysOf(people.get(person), rules));
        var tooLarge = LongStream.builder();
        blocks = IntStream.range(0, rules.size())
                .mapToObj(rule -> Blocks.of(rule, rules.get(rule).cap(), keys, tooLarge))
                .toList();
        closed = tooLarge.build().sorted().toArray();
    }

    static int ruleOf(long key) {
        return (int) (key >>> RULE_SHIFT);
    }

    private static long[] keysOf(ComparablePerson person, List<BlockingRule> rules) {
        var found = LongStream.builder();
        for (int rule = 0; rule < rules.size(); rule++) {
            for (var key : rules.get(rule).keys(person)) {
                found.add((long) rule << RULE_SHIFT | (Hashes.of(key) & HASH));
            }
        }
        return found.build().distinct().sorted().toArray();
    }

    Blocks blocks(int rule) {
        return blocks.get(rule);
    }

    /** Hands out the pairs of one block of which {@link Hashes#ofPair} lies under the share. */
    void pairs(Blocks of, int block, double share, long seed, PairTaker taker) {
        for (int i = of.start(block); i < of.end(block); i++) {
            for (int j = i + 1; j < of.end(block); j++) {
                int one = of.member(i);
                int other = of.member(j);
                if (share >= 1 || Hashes.ofPair(one, other, seed) < share) {
                    take(of, block, one, other, taker);
                }
            }
        }
    }

    /** A pair that shares several keys of the rule is taken in the block of the first. */
    private void take(Blocks of, int block, int one, int other, PairTaker taker) {
        long first = firstInCommon(keys[one], keys[other], (long) of.rule() << RULE_SHIFT);
        if (ruleOf(first) == of.rule() && of.isKeyOf(first, block)) {
            taker.take(one, other, firstInCommon(keys[one], keys[other], 0) == first);
        }
    }

    private long firstInCommon(long[] left, long[] right, long from) {
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] < from || left[i] < right[j]) {
                i++;
            } else if (right[j] < left[i]) {
                j++;
            } else if (Arrays.binarySearch(closed, left[i]) >= 0) {
                i++;
                j++;
            } else {
                return left[i];
            }
        }
        return NONE;
    }
}
