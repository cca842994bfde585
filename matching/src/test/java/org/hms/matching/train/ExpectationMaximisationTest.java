package org.hms.matching.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle: patterns are drawn from known m, u and share, and must give them back. */
final class ExpectationMaximisationTest {
    private static final TrainingSettings.Iterations SETTINGS = new TrainingSettings.Iterations(25, 1e-4);
    private static final double[][] M = {{0.85, 0.10, 0.05}, {0.70, 0.25, 0.05}, {0.93, 0.07}, {0.60, 0.30, 0.10}};
    private static final double[][] U = {{0.01, 0.04, 0.95}, {0.02, 0.08, 0.90}, {0.50, 0.50}, {0.005, 0.095, 0.90}};
    private static final boolean[] ALL = {true, true, true, true};

    @Test
    void knownProbabilitiesAreRecoveredFromWhatTheyGenerate() {
        var patterns = drawn(new SplittableRandom(3), 200_000, 0.2, M, U, 0.1);

        var estimate = new ExpectationMaximisation(patterns, new Probabilities(U), ALL, SETTINGS).from(guess());

        assertThat(estimate.converged()).isTrue();
        assertThat(estimate.share()).isCloseTo(0.2, within(0.005));
        assertThat(estimate.m().distance(new Probabilities(M))).isLessThan(0.01);
    }

    @Test
    void aRareMatchIsFoundToo() {
        var patterns = drawn(new SplittableRandom(4), 1_000_000, 0.005, M, U, 0);

        var estimate = new ExpectationMaximisation(patterns, new Probabilities(U), ALL, SETTINGS).from(guess());

        assertThat(estimate.share()).isCloseTo(0.005, within(0.001));
        assertThat(estimate.m().distance(new Probabilities(M))).isLessThan(0.06);
    }

    @Test
    void aPassWithoutPairsEndsAtOnceWithNoMatches() {
        var none = new PatternCounts().toPatterns();

        var estimate = new ExpectationMaximisation(none, new Probabilities(U), ALL, SETTINGS).from(guess());

        assertThat(estimate.converged()).isTrue();
        assertThat(estimate.share()).isBetween(0.0, 1e-6);
        assertThat(estimate.m().distance(guess())).isZero();
    }

    @Test
    void aComparisonThatIsLeftOutKeepsItsValues() {
        var patterns = drawn(new SplittableRandom(5), 50_000, 0.3, M, U, 0);

        var estimate = new ExpectationMaximisation(
                        patterns, new Probabilities(U), new boolean[] {true, false, true, true}, SETTINGS)
                .from(guess());

        assertThat(estimate.m().of(1)).isEqualTo(guess().of(1));
        assertThat(estimate.m().of(0, 0)).isCloseTo(0.85, within(0.02));
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void theLikelihoodNeverFallsAndProbabilitiesStayProbabilities(long seed) {
        var random = new SplittableRandom(seed);
        var m = probabilities(random);
        var u = probabilities(random);
        var patterns = drawn(random, 2_000, random.nextDouble(), m, u, 0.3);

        var estimate = new ExpectationMaximisation(patterns, new Probabilities(u), ALL, SETTINGS)
                .from(new Probabilities(probabilities(random)));

        for (int i = 1; i < estimate.steps().size(); i++) {
            double before = estimate.steps().get(i - 1).logLikelihood();
            assertThat(estimate.steps().get(i).logLikelihood()).isGreaterThanOrEqualTo(before - 1e-6);
        }
        assertThat(estimate.share()).isBetween(0.0, 1.0);
        var floored = estimate.m().floored(1e-6);
        for (int i = 0; i < floored.comparisons(); i++) {
            double sum = 0;
            for (double level : floored.of(i)) {
                assertThat(level).isGreaterThanOrEqualTo(0.999_999e-6).isLessThan(1);
                sum += level;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    private static Probabilities guess() {
        return new Probabilities(
                new double[][] {{0.95, 0.04, 0.01}, {0.95, 0.04, 0.01}, {0.95, 0.05}, {0.95, 0.04, 0.01}});
    }

    private static double[][] probabilities(SplittableRandom random) {
        var drawn = new double[U.length][];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Probabilities.normalised(
                    random.doubles(U[i].length, 0.01, 1).toArray());
        }
        return drawn;
    }

    private static Patterns drawn(
            SplittableRandom random, int pairs, double share, double[][] m, double[][] u, double missing) {
        var counts = new PatternCounts();
        for (int i = 0; i < pairs; i++) {
            var of = random.nextDouble() < share ? m : u;
            long pattern = 0;
            for (int comparison = 0; comparison < of.length; comparison++) {
                if (random.nextDouble() >= missing) {
                    pattern = Patterns.put(pattern, comparison, level(random.nextDouble(), of[comparison]));
                }
            }
            counts.add(pattern, 1);
        }
        return counts.toPatterns();
    }

    private static int level(double chance, double[] probabilities) {
        double sum = 0;
        for (int level = 0; level < probabilities.length - 1; level++) {
            sum += probabilities[level];
            if (chance < sum) {
                return level;
            }
        }
        return probabilities.length - 1;
    }
}
