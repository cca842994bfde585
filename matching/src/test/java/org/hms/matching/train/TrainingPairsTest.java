package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hms.matching.People;
import org.hms.matching.RandomPeople;
import org.hms.matching.score.Comparison;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PersonTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class TrainingPairsTest {

    @Test
    void aSmallFileIsCountedWholeAndNotSampled() {
        var pairs = pairs(people(40, 1));

        assertThat(pairs.drawn(1_000_000, 1).patterns(pairs.coder()).total()).isEqualTo(40 * 39 / 2.0);
    }

    @Test
    void ofALargeFileAsManyAreDrawnAsWishedButForRecordsDrawnWithThemselves() {
        var pairs = pairs(people(200, 1));

        assertThat(pairs.drawn(10_000, 1).patterns(pairs.coder()).total()).isBetween(9_800.0, 10_000.0);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void aPatternKeepsTheLevelOfEveryComparison(long seed) {
        var comparisons = People.MATCHER.model().comparisons();
        var coder = new PatternCoder(comparisons);
        var random = new SplittableRandom(seed);
        int[] levels = comparisons.stream()
                .mapToInt(comparison ->
                        random.nextInt(Comparison.SILENT, comparison.levels().size()))
                .toArray();
        var decoded = new byte[levels.length];

        coder.decode(coder.code(levels), decoded);

        assertThat(IntStream.range(0, levels.length).map(i -> decoded[i]).toArray())
                .isEqualTo(levels);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void aTallyHoldsWhatWasAddedInWhateverPartsAndOrder(long seed) {
        var random = new SplittableRandom(seed);
        long[] keys = random.longs(5_000, 0, 3_000).toArray();
        var whole = new PatternTally();
        var parts = new PatternTally[] {new PatternTally(), new PatternTally(), new PatternTally()};
        for (long key : keys) {
            whole.add(key, 1);
            parts[random.nextInt(3)].add(key, 1);
        }
        parts[2].add(parts[0]);
        parts[2].add(parts[1]);

        whole.forEach((key, count) -> assertThat(count)
                .isEqualTo(Arrays.stream(keys).filter(each -> each == key).count()));
        var told = new StringBuilder();
        var expected = new StringBuilder();
        parts[2].forEach(
                (key, count) -> told.append(key).append('=').append(count).append(' '));
        whole.forEach(
                (key, count) -> expected.append(key).append('=').append(count).append(' '));
        assertThat(told.toString()).isEqualTo(expected.toString());
    }

    @Test
    void blockedPairsAreCountedOnceWithTheCellThatBroughtThem() {
        var table = people(300, 3);
        var pairs = pairs(table);
        var blocks = Blocks.of(People.MATCHER.model().blockingRules(), table, Long.MAX_VALUE);
        var counted = pairs.blocked(blocks, IntStream.range(0, table.size()).toArray());
        var byCell = new long[blocks.cells()];
        counted.forEach((key, count) -> byCell[(int) (key % blocks.cells())] += count);

        double total = counted.dividedBy(blocks.cells()).patterns(pairs.coder()).total();

        assertThat(total).isEqualTo((double) Arrays.stream(byCell).sum()).isLessThanOrEqualTo(blocks.pairs());
        for (int cell = 0; cell < byCell.length; cell++) {
            assertThat(byCell[cell]).isLessThanOrEqualTo(blocks.pairsByCell()[cell]);
        }
    }

    private static TrainingPairs pairs(PersonTable table) {
        return new TrainingPairs(table, new PairLevels(People.MATCHER.model().comparisons(), table));
    }

    private static PersonTable people(int count, long seed) {
        var random = new SplittableRandom(seed);
        return People.table(IntStream.range(0, count)
                .mapToObj(_ -> RandomPeople.person(random))
                .toList());
    }
}
