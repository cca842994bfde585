package org.hms.matching.train;

import java.util.Arrays;
import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.SurnamesComparison;

/**
 * The pairs on which u is counted: some drawn from all, some from those who share their surnames.
 *
 * @param surnames the place of the comparison of surnames, -1 if there is none
 */
record Drawn(Patterns random, Patterns namesakes, int surnames) {
    private static final double PLENTY = 100_000;
    private static final double STRANGERS_COUNT_AS = 20_000;

    static Drawn from(
            List<ComparablePerson> people, LevelCoder coder, List<Comparison> comparisons, TrainingSettings settings) {
        int surnames = comparisons.stream().map(Comparison::name).toList().indexOf(SurnamesComparison.NAME);
        var namesakes = NamesakePairs.count(coder, people, settings.randomPairs() / 2, settings.seed());
        // With namesakes for the rest, of all the strangers drawn only the surnames are wanted.
        var wanted = enough(surnames, namesakes) ? coder.untilElse(surnames) : coder;
        return new Drawn(
                RandomPairs.count(wanted, people, settings.randomPairs(), settings.seed()), namesakes, surnames);
    }

    private static boolean enough(int surnames, Patterns namesakes) {
        return surnames >= 0 && namesakes.total() >= PLENTY;
    }

    /** Whether u of this comparison is counted among namesakes: where there are plenty, and for all but the surnames. */
    boolean amongNamesakes(int comparison) {
        return comparison != surnames && enough(surnames, namesakes);
    }

    /**
     * How many of these pairs reached each level. Few namesakes say little of rare levels, so there the strangers count as
     * some namesakes more.
     */
    double[] levels(int comparison, int levels, double[] randomWeights, double[] namesakeWeights) {
        if (amongNamesakes(comparison)) {
            return namesakes.levelCounts(comparison, levels, namesakeWeights);
        }
        double[] counts = random.levelCounts(comparison, levels, randomWeights);
        if (comparison == surnames || surnames < 0) {
            return counts;
        }
        double[] fewer = namesakes.levelCounts(comparison, levels, namesakeWeights);
        double sum = Arrays.stream(counts).sum();
        for (int level = 0; level < levels && sum > 0; level++) {
            counts[level] = counts[level] * STRANGERS_COUNT_AS / sum + fewer[level];
        }
        return counts;
    }

    /** The pairs that tell of this comparison. */
    Patterns of(int comparison) {
        return amongNamesakes(comparison) ? namesakes : random;
    }
}
