package org.hms.matching.table;

import java.util.Arrays;

/**
 * An order of records that depends on their ids alone and is as good as shuffled, so that what follows does not depend on the
 * order of a file's rows, and the first thousand records are a fair sample.
 */
final class RecordOrder {
    private RecordOrder() {}

    /** @throws DuplicateId if two records have one id */
    static int[] of(IdList ids) {
        int bits = 64 - Long.numberOfLeadingZeros(ids.size());
        long low = (1L << bits) - 1;
        var keys = new long[ids.size()];
        Arrays.parallelSetAll(keys, record -> ids.hash(record) & ~low | record);
        Arrays.parallelSort(keys);
        var order = new int[keys.length];
        Arrays.setAll(order, i -> (int) (keys[i] & low));
        int from = 0;
        for (int i = 1; i <= keys.length; i++) {
            if (i == keys.length || (keys[i] & ~low) != (keys[from] & ~low)) {
                sortEqualHashes(ids, order, from, i);
                from = i;
            }
        }
        return order;
    }

    private static void sortEqualHashes(IdList ids, int[] order, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int record = order[i];
            int at = i;
            while (at > from && ids.compare(order[at - 1], record) >= 0) {
                if (ids.compare(order[at - 1], record) == 0) {
                    throw new DuplicateId();
                }
                order[at] = order[at - 1];
                at--;
            }
            order[at] = record;
        }
    }
}
