package org.hms.seed.people;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A synthetic population of Paraguay as its sources know it. The same seed and number of records give the same stream,
 * record for record; a larger number adds records and families to those of a smaller one, in another order. Records are
 * made when they are asked for, so a million of them need no more memory than ten.
 */
public final class Population {

    /** The most records for which every person has identity numbers of their own. */
    public static final int MOST_RECORDS = 2_000_000;

    private static final long NUMBER_SPACE = 100_000_000L;
    private static final long SCATTER = 61_803_399L;

    private final long seed;
    private final Families families;
    private final FeedOrder feed;
    private final Tally tally;

    private Population(long seed, int sourceRecords, Tally tally) {
        this.seed = seed;
        this.tally = tally;
        families = new Families(seed);
        feed = FeedOrder.of(seed, sourceRecords, families);
    }

    /** @throws IllegalArgumentException if the number is not between 1 and {@link #MOST_RECORDS} */
    public static Population of(long seed, int sourceRecords) {
        return of(seed, sourceRecords, Tally.NONE);
    }

    static Population of(long seed, int sourceRecords, Tally tally) {
        if (sourceRecords < 1 || sourceRecords > MOST_RECORDS) {
            throw new IllegalArgumentException("A population has 1 to " + MOST_RECORDS + " records");
        }
        return new Population(seed, sourceRecords, tally);
    }

    public int size() {
        return feed.size();
    }

    /** The records in feed order: shuffled, so that those of one person lie apart. It may be made parallel. */
    public Stream<SyntheticRecord> records() {
        return IntStream.range(0, feed.size()).mapToObj(position -> record(feed.recordAt(position)));
    }

    private SyntheticRecord record(int number) {
        var familyNumber = feed.familyOf(number);
        var family = families.family(familyNumber, feed.firstPersonOf(familyNumber));
        var left = number - feed.firstRecordOf(familyNumber);
        for (int place = 0; place < family.members().size(); place++) {
            var visits = Visits.of(seed, family, place);
            if (left < visits.size()) {
                var mischance = new Mischance(Seeds.of(seed, familyNumber, place, left), tally);
                return new RecordWriter(mischance, families.territory())
                        .write(
                                family.members().get(place),
                                family,
                                visits.get(left),
                                recordId(visits.get(left), number));
            }
            left -= visits.size();
        }
        throw new IllegalStateException("Record " + number + " lies beyond its family");
    }

    /** Numbers that do not tell which records were made one after the other, yet stay when the population grows. */
    private static String recordId(Visits.Visit visit, int number) {
        var scattered = (int) (number * SCATTER % NUMBER_SPACE);
        var prefix = switch (visit.source()) {
            case Sources.PUBLIC -> "HIS-";
            case Sources.SOCIAL_SECURITY -> "IPS-";
            case Sources.PRIVATE -> "PRI-";
            default -> "BOR-";
        };
        return prefix + SyntheticNumbers.digits(scattered, 8);
    }
}
