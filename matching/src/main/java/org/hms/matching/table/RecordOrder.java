package org.hms.matching.table;

import java.util.Arrays;
import java.util.function.Function;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.Words;

/**
 * An order of records that does not depend on the order of a file's rows: by the beginnings of surname and given name, so that
 * records that will be compared lie near each other in memory, and by the hash of the id.
 */
final class RecordOrder {
    private static final int LETTER_BITS = 5;

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

    /** Brings alike names together; within them the order stays. */
    static int[] byNames(int[] order, ValueColumn<ComparableName> family, ValueColumn<Words> given) {
        int bits = 64 - Long.numberOfLeadingZeros(order.length);
        int letters = (63 - bits) / (2 * LETTER_BITS);
        var surnames = beginnings(family, letters, ComparableName::family);
        var names = beginnings(given, letters, words -> words);
        var keys = new long[order.length];
        Arrays.parallelSetAll(
                keys,
                i -> (surnames[family.number(order[i])] << letters * LETTER_BITS | names[given.number(order[i])])
                                << bits
                        | i);
        Arrays.parallelSort(keys);
        long low = (1L << bits) - 1;
        return Arrays.stream(keys).mapToInt(key -> order[(int) (key & low)]).toArray();
    }

    private static <V> long[] beginnings(ValueColumn<V> column, int letters, Function<V, Words> words) {
        var beginnings = new long[column.distinct() + 1];
        Arrays.parallelSetAll(
                beginnings, number -> number == 0 ? 0 : beginning(words.apply(column.valueOf(number)), letters));
        return beginnings;
    }

    private static long beginning(Words name, int letters) {
        var sound = name.isEmpty() ? "" : name.first().sound();
        long beginning = 0;
        for (int i = 0; i < letters; i++) {
            int letter = i < sound.length() ? sound.charAt(i) & (1 << LETTER_BITS) - 1 : 0;
            beginning = beginning << LETTER_BITS | letter;
        }
        return beginning;
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
