package org.hms.matching.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IsotonicRegressionTest {

    private static double squares(double[] fitted, double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * Math.pow(fitted[i] - values[i], 2);
        }
        return sum;
    }

    /** Tries every way of cutting the values into runs that each take their mean. */
    private static double leastSquares(double[] values, double[] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (int cuts = 0; cuts < 1 << (values.length - 1); cuts++) {
            var fitted = new double[values.length];
            int start = 0;
            for (int i = 1; i <= values.length; i++) {
                if (i == values.length || (cuts >> (i - 1) & 1) == 1) {
                    double sum = 0;
                    double weight = 0;
                    for (int j = start; j < i; j++) {
                        sum += values[j] * weights[j];
                        weight += weights[j];
                    }
                    Arrays.fill(fitted, start, i, sum / weight);
                    start = i;
                }
            }
            if (rises(fitted)) {
                least = Math.min(least, squares(fitted, values, weights));
            }
        }
        return least;
    }

    private static boolean rises(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void poolingIsAsNearAsAnyRisingValuesCanBe(long seed) {
        var random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(9);
        var values = random.doubles(size).toArray();
        var weights = random.ints(size, 1, 6).mapToDouble(weight -> weight).toArray();

        var rising = IsotonicRegression.rising(values, weights);

        assertThat(rises(rising)).isTrue();
        assertThat(squares(rising, values, weights)).isCloseTo(leastSquares(values, weights), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void moreWeightNeverMeansLessProbability(long seed) {
        var random = new SplittableRandom(seed);
        var labels = random.ints(60, -10, 10)
                .mapToObj(weight -> new LabelledWeight(weight, random.nextInt(20) - 10 < weight))
                .toList();

        var isotonic = IsotonicRegression.fit(labels);

        double before = 0;
        for (double weight = -15; weight < 15; weight += 0.25) {
            double probability = isotonic.probability(weight);
            assertThat(probability).isGreaterThanOrEqualTo(before).isStrictlyBetween(0.0, 1.0);
            before = probability;
        }
    }

    @Test
    void risingValuesStayAsTheyAre() {
        assertThat(IsotonicRegression.rising(new double[] {0, 0.2, 0.2, 1}, new double[] {1, 2, 3, 4}))
                .containsExactly(new double[] {0, 0.2, 0.2, 1}, within(1e-12));
    }

    @Test
    void labelsOfOneWeightCountTogether() {
        var isotonic = IsotonicRegression.fit(
                List.of(new LabelledWeight(1, true), new LabelledWeight(1, false), new LabelledWeight(2, true)));

        assertThat(isotonic.probability(1)).isEqualTo(0.5);
        assertThat(isotonic.probability(1.9)).isEqualTo(0.5);
        assertThat(isotonic.probability(2)).isEqualTo(0.8);
        assertThat(isotonic.probability(-7)).isEqualTo(0.5);
    }
}
