package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hms.matching.train.ExpectationMaximisation.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle: patterns are drawn from known m, u and shares, and must give them back. */
final class ExpectationMaximisationTest {
    private static final TrainingSettings SETTINGS =
            new TrainingSettings(1, 1, 1, 1, 1, 0, new TrainingSettings.Iterations(60, 1e-6), 1e-9, 1);
    private static final Probabilities M = new Probabilities(
            new double[][] {{0.85, 0.10, 0.05}, {0.70, 0.25, 0.05}, {0.93, 0.07}, {0.60, 0.30, 0.10}});
    private static final Probabilities U = new Probabilities(
            new double[][] {{0.01, 0.04, 0.95}, {0.02, 0.08, 0.90}, {0.50, 0.50}, {0.005, 0.095, 0.90}});
    private static final Probabilities GUESS = new Probabilities(
            new double[][] {{0.95, 0.04, 0.01}, {0.95, 0.04, 0.01}, {0.95, 0.05}, {0.95, 0.04, 0.01}});
    private static final double[] KIN = {0.05, 0.9, 0, 0.6};

    @Test
    void knownProbabilitiesAreRecoveredFromWhatTheyGenerate() {
        var patterns = new GeneratedPatterns(3, truth(0.2, 0), 0.1).draw(200_000);

        var estimate = estimate(patterns, 200_000, truth(0.01, 0));

        assertThat(estimate.converged()).isTrue();
        assertThat(estimate.classes().matches()).isCloseTo(0.2, within(0.005));
        assertThat(estimate.classes().m().distance(M)).isLessThan(0.01);
    }

    @Test
    void aRareMatchIsFoundToo() {
        var patterns = new GeneratedPatterns(4, truth(0.005, 0), 0).draw(1_000_000);

        var estimate = estimate(patterns, 1_000_000, truth(0.05, 0));

        assertThat(estimate.classes().matches()).isCloseTo(0.005, within(0.001));
        assertThat(estimate.classes().m().distance(M)).isLessThan(0.06);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void relativesAreNotTakenForMatchesWhereTheirShareIsKnown(long seed) {
        var generated = new GeneratedPatterns(seed, truth(0.02, 0.05), 0.05);
        var patterns = generated.draw(200_000);

        var estimate = estimate(patterns, 200_000, truth(0.01, 0.05));
        var blind = estimate(patterns, 200_000, truth(0.01, 0));

        assertThat(estimate.expectedMatches()).isCloseTo(generated.matches(), within(0.08 * generated.matches()));
        assertThat(estimate.classes().m().distance(M)).isLessThan(0.05);
        assertThat(blind.expectedMatches()).isGreaterThan(1.3 * generated.matches());
    }

    @Test
    void theSharesOfAllClassesAreThoseOfThePairsDrawn() {
        var truth = truth(0.03, 0.06);
        var generated = new GeneratedPatterns(9, truth, 0.1);
        var patterns = generated.draw(300_000);

        var shares = truth.shares(patterns);

        assertThat(patterns.sum(shares.match())).isCloseTo(generated.matches(), within(0.03 * generated.matches()));
        assertThat(patterns.total() - patterns.sum(shares.match()) - patterns.sum(shares.stranger()))
                .isCloseTo(generated.relatives(), within(0.06 * generated.relatives()));
    }

    @Test
    void withoutPairsThereAreNoMatchesAndTheStartModelStands() {
        var none = new Patterns(new byte[0][], new double[0]);

        var estimate = estimate(none, 1_000, truth(0.01, 0));

        assertThat(estimate.converged()).isTrue();
        assertThat(estimate.classes().matches()).isBetween(0.0, 1e-6);
        assertThat(estimate.classes().m().distance(GUESS)).isLessThan(1e-8);
    }

    @Test
    void aComparisonThatAlwaysKeepsSilentKeepsTheStartModelsValues() {
        var patterns = new GeneratedPatterns(5, truth(0.3, 0), 0).draw(50_000);
        Arrays.stream(patterns.levels()).forEach(levels -> levels[1] = -1);

        var estimate = estimate(patterns, 50_000, truth(0.3, 0));

        for (int level = 0; level < 3; level++) {
            assertThat(estimate.classes().m().of(1, level)).isCloseTo(GUESS.of(1, level), within(1e-8));
        }
        assertThat(estimate.classes().m().of(0, 0)).isCloseTo(0.85, within(0.02));
    }

    /** The start model counts as some matches, so this is the likelihood with that belief. */
    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void withManyPairsTheLikelihoodHardlyEverFallsAndProbabilitiesStayProbabilities(long seed) {
        var random = new SplittableRandom(seed);
        var truth = new LatentClasses(
                probabilities(random),
                probabilities(random),
                KIN,
                random.nextDouble(0.01, 0.4),
                random.nextDouble(0.1));
        var patterns = new GeneratedPatterns(seed, truth, 0.3).draw(2_000);
        var begin = new LatentClasses(probabilities(random), truth.u(), KIN, 0.1, truth.relatives());

        var estimate = new ExpectationMaximisation(patterns, begin.m(), 2_000, SETTINGS).from(begin);

        double belief = 10 * 11 * Math.log(100);
        for (int i = 1; i < estimate.steps().size(); i++) {
            double before = estimate.steps().get(i - 1).logLikelihood();
            assertThat(estimate.steps().get(i).logLikelihood()).isGreaterThanOrEqualTo(before - belief);
        }
        assertThat(estimate.classes().matches()).isBetween(0.0, 0.5);
        for (int i = 0; i < M.comparisons(); i++) {
            double[] levels = estimate.classes().m().of(i);
            assertThat(Arrays.stream(levels).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(levels).allMatch(level -> level > 0 && level < 1))
                    .isTrue();
        }
    }

    private static Estimate estimate(Patterns patterns, double allPairs, LatentClasses truth) {
        var begin = new LatentClasses(GUESS, U, KIN, truth.matches(), truth.relatives());
        return new ExpectationMaximisation(patterns, GUESS, allPairs, SETTINGS).from(begin);
    }

    private static LatentClasses truth(double matches, double relatives) {
        return new LatentClasses(M, U, KIN, matches, relatives);
    }

    private static Probabilities probabilities(SplittableRandom random) {
        var drawn = new double[M.comparisons()][];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Probabilities.normalised(
                    random.doubles(M.levels(i), 0.01, 1).toArray());
        }
        return new Probabilities(drawn);
    }
}
