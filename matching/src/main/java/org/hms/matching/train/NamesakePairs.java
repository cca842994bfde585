package org.hms.matching.train;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.BlockingRule;

/**
 * Draws pairs of people who share all their surnames. Comparisons are not independent: relatives share surnames, mother,
 * home and telephone. By the chain rule the chance that strangers agree in everything is that of sharing the surnames, times
 * that of agreeing in the rest given the surnames; so u of the rest is counted here, and relatives do not look like one person.
 */
final class NamesakePairs {
    private static final BlockingRule SURNAMES =
            new BlockingRule("namesakes", List.of(BlockingField.COLLAPSED_SURNAME), Integer.MAX_VALUE);
    private static final int CHUNK = 1 << 14;

    /** Positions in {@code entries} at which a surname begins, and how many pairs lie before it. */
    private record Groups(long[] entries, int[] starts, long[] pairsBefore) {}

    private NamesakePairs() {}

    /** At most about so many pairs; none where nobody shares a surname. */
    static Patterns count(LevelCoder coder, List<ComparablePerson> people, long pairs, long seed) {
        var groups = groups(people);
        long all = groups.pairsBefore()[groups.pairsBefore().length - 1];
        long drawn = Math.min(pairs, all);
        return RandomPairs.merged((int) ((drawn + CHUNK - 1) / CHUNK), chunk -> {
            var random = new SplittableRandom(Hashes.mix(seed + 1) + chunk);
            var counts = new PatternCounts();
            for (long i = (long) chunk * CHUNK; i < Math.min(drawn, (chunk + 1L) * CHUNK); i++) {
                add(coder, people, groups, all <= pairs ? i : random.nextLong(all), counts);
            }
            return counts;
        });
    }

    private static Groups groups(List<ComparablePerson> people) {
        long[] entries = IntStream.range(0, people.size())
                .boxed()
                .flatMapToLong(person ->
                        SURNAMES.keys(people.get(person)).stream().mapToLong(key -> Hashes.of(key) << 32 | person))
                .toArray();
        Arrays.parallelSort(entries);
        int[] starts = IntStream.range(0, entries.length)
                .filter(i -> i == 0 || entries[i] >>> 32 != entries[i - 1] >>> 32)
                .toArray();
        var before = LongStream.builder().add(0);
        long sum = 0;
        for (int group = 0; group < starts.length; group++) {
            int end = group + 1 < starts.length ? starts[group + 1] : entries.length;
            sum += RandomPairs.all(end - starts[group]);
            before.add(sum);
        }
        return new Groups(entries, starts, before.build().toArray());
    }

    /** The pair of this number: within a group, pairs are numbered like the cells under a square's diagonal. */
    private static void add(
            LevelCoder coder, List<ComparablePerson> people, Groups groups, long number, PatternCounts counts) {
        int group = groupOf(groups.pairsBefore(), number);
        long within = number - groups.pairsBefore()[group];
        int row = (int) ((1 + Math.sqrt(1 + 8.0 * within)) / 2);
        while (RandomPairs.all(row) > within) {
            row--;
        }
        while (RandomPairs.all(row + 1) <= within) {
            row++;
        }
        int one = (int) groups.entries()[groups.starts()[group] + row];
        int other = (int) groups.entries()[groups.starts()[group] + (int) (within - RandomPairs.all(row))];
        if (one != other) {
            counts.add(coder.pattern(people.get(one), people.get(other)), 1);
        }
    }

    private static int groupOf(long[] before, long number) {
        int low = 0;
        int high = before.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (before[middle] <= number) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
