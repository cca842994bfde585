package org.hms.matching.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class AccuracyTest {
    private static final Map<String, String> TRUTH = Map.of("a", "1", "b", "1", "c", "1", "d", "2", "e", "2");

    @Test
    void theTruthItselfIsPerfect() {
        var accuracy = Accuracy.of(TRUTH, TRUTH);

        assertThat(accuracy.f1()).isEqualTo(1);
        assertThat(accuracy.bCubedF1()).isEqualTo(1);
    }

    @Test
    void aWrongLinkCostsPrecisionAndAMissedOneRecall() {
        // c is torn from its person and put to the other: found {a,b} {c,d,e}.
        var accuracy = Accuracy.of(Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "y"), TRUTH);

        assertThat(accuracy.truePositives()).isEqualTo(2);
        assertThat(accuracy.falsePositives()).isEqualTo(2);
        assertThat(accuracy.falseNegatives()).isEqualTo(2);
        assertThat(accuracy.precision()).isEqualTo(0.5);
        assertThat(accuracy.recall()).isEqualTo(0.5);
        // By hand: precision (1 + 1 + 1/3 + 2/3 + 2/3) / 5, recall (2/3 + 2/3 + 1/3 + 1 + 1) / 5.
        assertThat(accuracy.bCubedPrecision()).isCloseTo(11.0 / 15, within(1e-12));
        assertThat(accuracy.bCubedRecall()).isCloseTo(11.0 / 15, within(1e-12));
    }

    @Test
    void whoClaimsNothingClaimsNothingWrong() {
        var accuracy = Accuracy.of(Map.of("a", "1", "b", "2", "c", "3", "d", "4", "e", "5"), TRUTH);

        assertThat(accuracy.precision()).isEqualTo(1);
        assertThat(accuracy.recall()).isZero();
        assertThat(accuracy.f1()).isZero();
    }

    @Test
    void aRecordWithoutAClusterIsRefused() {
        assertThatThrownBy(() -> Accuracy.of(Map.of(), TRUTH)).isInstanceOf(IllegalArgumentException.class);
    }
}
