package org.hms.matching.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingRule;

/**
 * The blocking keys of one rule, sorted: in each number the key's hash stands above the record's place, so that the records
 * of a block lie side by side. Two keys of one hash make one block, which costs comparisons, never a record.
 */
final class BlockKeys {
    private static final int RECORDS_AT_ONCE = 16_384;

    private BlockKeys() {}

    /** How many low bits hold a record's place. */
    static int placeBits(int records) {
        return 32 - Integer.numberOfLeadingZeros(Math.max(1, records - 1));
    }

    static long[] sorted(BlockingRule rule, List<ComparablePerson> people) {
        int bits = placeBits(people.size());
        int chunks = (people.size() + RECORDS_AT_ONCE - 1) / RECORDS_AT_ONCE;
        var parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> keys(
                        rule,
                        people,
                        chunk * RECORDS_AT_ONCE,
                        Math.min(people.size(), (chunk + 1) * RECORDS_AT_ONCE),
                        bits))
                .toArray(long[][]::new);
        var keys = new long[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (var part : parts) {
            System.arraycopy(part, 0, keys, at, part.length);
            at += part.length;
        }
        Arrays.parallelSort(keys);
        return keys;
    }

    private static long[] keys(BlockingRule rule, List<ComparablePerson> people, int from, int to, int bits) {
        var keys = new long[(to - from) * 2];
        int size = 0;
        for (int record = from; record < to; record++) {
            var own = rule.keys(people.get(record));
            for (int i = 0; i < own.size(); i++) {
                if (size == keys.length) {
                    keys = Arrays.copyOf(keys, size * 2);
                }
                keys[size++] = hash(own.get(i)) << bits | record;
            }
        }
        return Arrays.copyOf(keys, size);
    }

    /** Every bit of the key moves every bit of the hash, also the lower ones, which stay. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
