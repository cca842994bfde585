package org.hms.matching.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attribute of all records: for each the number of its value, 0 where it is not known. */
public final class ValueColumn<V> {
    private final int[] numbers;
    private final List<V> values;

    ValueColumn(int[] numbers, List<V> values) {
        this.numbers = numbers;
        this.values = values;
    }

    public int number(int record) {
        return numbers[record];
    }

    /** How many distinct values there are; their numbers run from 1 to this. */
    public int distinct() {
        return values.size();
    }

    /** @param number from 1 on */
    public V valueOf(int number) {
        return values.get(number - 1);
    }

    /** All values; that of number 1 comes first. */
    List<V> values() {
        return values;
    }

    public @Nullable V value(int record) {
        return numbers[record] == 0 ? null : valueOf(numbers[record]);
    }

    /** How many records have each value, by its number. */
    public int[] counts() {
        var counts = new int[values.size() + 1];
        for (int number : numbers) {
            counts[number]++;
        }
        return counts;
    }
}
