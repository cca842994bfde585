package org.hms.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdCurveTest {
    private static final Truth TRUTH = Truth.of(Map.of("a", "1", "b", "1", "c", "1", "d", "2", "e", "2"));

    private static WeighedPairs pairs(Truth truth, List<String> rows) {
        var one = new int[rows.size()];
        var other = new int[rows.size()];
        var weights = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            var cells = rows.get(i).split(" ");
            one[i] = truth.find(cells[0]);
            other[i] = truth.find(cells[1]);
            weights[i] = Double.parseDouble(cells[2]);
        }
        return WeighedPairs.of(truth.records(), one, other, weights, rows.size());
    }

    private static List<String> told(Truth truth, Mistakes mistakes) {
        var told = new ArrayList<String>();
        mistakes.each(
                truth,
                (one, other, weight) ->
                        told.add((one.compareTo(other) < 0 ? one + other : other + one) + " " + weight));
        return told;
    }

    @Test
    void eachWeightIsJudgedAgainstAllPairsOfOnePersonScoredOrNot() {
        // One person's pairs: ab, ac, bc, de; of these bc was never scored.
        var curve = ThresholdCurve.of(TRUTH, pairs(TRUTH, List.of("a b 9", "d a 5", "e d 5", "c a 2", "c d -1")));

        assertThat(curve.truePairs()).isEqualTo(4);
        assertThat(curve.scoredTruePairs()).isEqualTo(3);
        assertThat(curve.points()).hasSize(4);
        assertThat(curve.points().get(1).precision()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(curve.points().get(1).recall()).isEqualTo(0.5);
        assertThat(curve.best().weight()).isEqualTo(2);
        assertThat(curve.best().f1()).isEqualTo(0.75);
        assertThat(curve.precise())
                .hasSize(3)
                .allSatisfy(precise -> assertThat(precise.point().weight()).isEqualTo(9));
    }

    @Test
    void mistakesAreListedTheHeaviestWrongLinkFirstAndTheLightestMissedOneFirst() {
        var pairs = pairs(TRUTH, List.of("a b 9", "d a 5", "e d 1", "c a 2", "e b 7.5", "c d -1"));

        assertThat(told(TRUTH, Mistakes.falsePositives(TRUTH, pairs, Linked.from(4))))
                .containsExactly("be 7.5", "ad 5.0");
        assertThat(told(TRUTH, Mistakes.falseNegatives(TRUTH, pairs, Linked.from(4))))
                .containsExactly("de 1.0", "ac 2.0", "bc NaN");
    }

    @Test
    void clustersDecideWhereTheyAreGiven() {
        var pairs = pairs(TRUTH, List.of("a b 9", "d a 5", "e d 1"));
        var found = TRUTH.clusters(Map.of("a", "x", "b", "x", "c", "x", "d", "x", "e", "y"));

        assertThat(told(TRUTH, Mistakes.falsePositives(TRUTH, pairs, Linked.within(found))))
                .containsExactly("ad 5.0");
        assertThat(told(TRUTH, Mistakes.falseNegatives(TRUTH, pairs, Linked.within(found))))
                .containsExactly("de 1.0");
    }

    @Test
    void aPairThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> pairs(TRUTH, List.of("a b 9", "b a 5"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pairs(TRUTH, List.of("a a 9"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ThresholdCurve.of(TRUTH, pairs(TRUTH, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theBestPointAndTheListsAreThoseOfCountingEveryPair(long seed) {
        var random = new SplittableRandom(seed);
        var people = new HashMap<String, String>();
        for (int record = 0; record < 40; record++) {
            people.put("r" + record, "p" + random.nextInt(12));
        }
        var truth = Truth.of(people);
        var rows = new ArrayList<String>();
        for (int left = 0; left < 40; left++) {
            for (int right = left + 1; right < 40; right++) {
                boolean same = people.get("r" + left).equals(people.get("r" + right));
                if (random.nextInt(10) < 7) {
                    rows.add("r" + right + " r" + left + " " + (random.nextInt(20) - 10 + (same ? 8 : 0)));
                }
            }
        }
        var pairs = pairs(truth, rows);

        var curve = ThresholdCurve.of(truth, pairs);

        double best = 0;
        for (int threshold = -10; threshold < 20; threshold++) {
            int wrong = Mistakes.falsePositives(truth, pairs, Linked.from(threshold))
                    .size();
            int missed = Mistakes.falseNegatives(truth, pairs, Linked.from(threshold))
                    .size();
            long right = truth.pairs() - missed;
            best = Math.max(best, 2.0 * right / (2.0 * right + wrong + missed));
        }
        assertThat(curve.best().f1()).isCloseTo(best, within(1e-12));
        assertThat(curve.points().getLast().truePositives()).isEqualTo(curve.scoredTruePairs());
        assertThat(curve.points().getLast().truePositives()
                        + curve.points().getLast().falsePositives())
                .isEqualTo(pairs.size());
    }
}
