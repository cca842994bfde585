package org.hms.matching.privacy.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.matching.privacy.EncodedPeople;
import org.hms.matching.privacy.EncodingSchema;

/**
 * Brings records together that agree in a sample of their bits, for many samples: locality-sensitive hashing for the Hamming
 * distance. The samples follow from the schema, so that every run draws the same.
 */
final class BitSampling {

    /** Two runs of sorted keys that are alike: records of the left file and of the right one. */
    record Block(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        long pairs() {
            return (long) (leftTo - leftFrom) * (rightTo - rightFrom);
        }
    }

    /** The records of both files sorted by the bits of one sample, and where these are alike. */
    record Table(long[] left, long[] right, List<Block> blocks) {

        static int record(long entry) {
            return (int) entry;
        }
    }

    private final EncodedPeople left;
    private final EncodedPeople right;
    private final int[][] samples;

    BitSampling(EncodedPeople left, EncodedPeople right) {
        this.left = left;
        this.right = right;
        this.samples = samples(left.schema());
    }

    private static int[][] samples(EncodingSchema schema) {
        var random = new SplittableRandom(HexFormat.fromHexDigitsToLong(schema.hash(), 0, 16));
        var samples = new int[schema.sampling().tables()][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.ints(0, schema.encodedBits())
                    .distinct()
                    .limit(schema.sampling().bits())
                    .toArray();
        }
        return samples;
    }

    int tables() {
        return samples.length;
    }

    Table table(int number) {
        var lefts = sorted(left, samples[number]);
        var rights = sorted(right, samples[number]);
        var blocks = new ArrayList<Block>();
        int i = 0;
        int j = 0;
        while (i < lefts.length && j < rights.length) {
            long key = lefts[i] >>> Integer.SIZE;
            long other = rights[j] >>> Integer.SIZE;
            if (key == other) {
                int leftTo = end(lefts, i);
                int rightTo = end(rights, j);
                blocks.add(new Block(i, leftTo, j, rightTo));
                i = leftTo;
                j = rightTo;
            } else if (key < other) {
                i++;
            } else {
                j++;
            }
        }
        return new Table(lefts, rights, blocks);
    }

    private static int end(long[] sorted, int from) {
        int to = from;
        while (to < sorted.length && sorted[to] >>> Integer.SIZE == sorted[from] >>> Integer.SIZE) {
            to++;
        }
        return to;
    }

    /** The sampled bits above, the record below. */
    private static long[] sorted(EncodedPeople people, int[] sample) {
        var entries = new long[people.size()];
        IntStream.range(0, entries.length).parallel().forEach(record -> {
            long key = 0;
            for (int position : sample) {
                key = key << 1 | (people.bit(record, position) ? 1 : 0);
            }
            entries[record] = key << Integer.SIZE | record;
        });
        Arrays.parallelSort(entries);
        return entries;
    }
}
