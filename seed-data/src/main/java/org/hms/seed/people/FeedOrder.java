package org.hms.seed.people;

import java.util.Arrays;

/**
 * Where each record of a population lies: families are numbered, records counted through them, and fed in a shuffled
 * order. Three arrays of numbers are all that is kept, eight megabytes for a million records.
 */
final class FeedOrder {

    private final int[] firstRecord;
    private final int[] firstPerson;
    private final int[] order;

    private FeedOrder(int[] firstRecord, int[] firstPerson, int[] order) {
        this.firstRecord = firstRecord;
        this.firstPerson = firstPerson;
        this.order = order;
    }

    /** Counts through the families until there are as many records as wanted; the last family may be cut. */
    static FeedOrder of(long seed, int records, Families families) {
        var firstRecord = new int[Math.max(16, records / 3)];
        var firstPerson = new int[firstRecord.length];
        var record = 0;
        var person = 0;
        var number = 0;
        while (record < records) {
            if (number == firstRecord.length) {
                firstRecord = Arrays.copyOf(firstRecord, number * 2);
                firstPerson = Arrays.copyOf(firstPerson, number * 2);
            }
            firstRecord[number] = record;
            firstPerson[number] = person;
            var family = families.family(number, person);
            record += Visits.count(seed, family);
            person += family.ordinals();
            number++;
        }
        return new FeedOrder(
                Arrays.copyOf(firstRecord, number), Arrays.copyOf(firstPerson, number), shuffled(seed, records));
    }

    int size() {
        return order.length;
    }

    /** The number of the record that is fed at this position. */
    int recordAt(int position) {
        return order[position];
    }

    /** The number of the family that a record belongs to. */
    int familyOf(int record) {
        var found = Arrays.binarySearch(firstRecord, record);
        return found >= 0 ? found : -found - 2;
    }

    int firstRecordOf(int family) {
        return firstRecord[family];
    }

    int firstPersonOf(int family) {
        return firstPerson[family];
    }

    private static int[] shuffled(long seed, int records) {
        var random = Seeds.of(seed, Long.MAX_VALUE);
        var order = new int[records];
        for (int i = 0; i < records; i++) {
            var other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
