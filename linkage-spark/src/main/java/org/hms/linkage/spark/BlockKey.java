package org.hms.linkage.spark;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/**
 * Blocking keys as numbers: the place of the rule in the uppermost byte, 56 bits of the key's hash below it, so that
 * ascending numbers are in the order of the rules. Two keys of one hash make one block, which costs comparisons, never a
 * record.
 */
final class BlockKey {
    /** How many bits stand below the rule. */
    static final int HASH_BITS = 56;

    private BlockKey() {}

    /** All keys of a person under all rules, ascending, each once. */
    static long[] all(List<BlockingRule> rules, ComparablePerson person) {
        return IntStream.range(0, rules.size())
                .mapToObj(rule -> rules.get(rule).keys(person).stream().mapToLong(key -> of(rule, key)))
                .reduce(LongStream.empty(), LongStream::concat)
                .sorted()
                .distinct()
                .toArray();
    }

    private static long of(int rule, String key) {
        return (long) rule << HASH_BITS | hash(key) >>> Long.SIZE - HASH_BITS;
    }

    static int rule(long key) {
        return (int) (key >>> HASH_BITS);
    }

    /** Whether no block before this one holds both records, whose blocks are given in ascending order. */
    static boolean isFirstOfBoth(long block, long[] left, long[] right) {
        int a = 0;
        int b = 0;
        while (left[a] != right[b]) {
            if (left[a] < right[b]) {
                a++;
            } else {
                b++;
            }
        }
        return left[a] == block;
    }

    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        return mixed(hash);
    }

    /** Every bit moves every bit. */
    static long mixed(long number) {
        long mixed = (number ^ number >>> 32) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
        return mixed ^ mixed >>> 32;
    }
}
