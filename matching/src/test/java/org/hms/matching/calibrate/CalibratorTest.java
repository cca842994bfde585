package org.hms.matching.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hms.matching.People;
import org.hms.matching.chart.CalibrationPage;
import org.hms.matching.score.MatchModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CalibratorTest {
    private static final MatchModel MODEL = People.MATCHER.model();

    /** Labels of which the truth is known: log odds are slope * weight + offset bits. */
    private static List<LabelledWeight> drawn(long seed, int size, double slope, double offset) {
        var random = new SplittableRandom(seed);
        var labels = new ArrayList<LabelledWeight>();
        var truth = new PlattScaling(slope, offset);
        for (int i = 0; i < size; i++) {
            double weight = Math.round(random.nextDouble(-12, 16) * 1e4) / 1e4;
            labels.add(new LabelledWeight(weight, random.nextDouble() < truth.probability(weight)));
        }
        return labels;
    }

    private static double[] weights(List<LabelledWeight> labels) {
        return labels.stream().mapToDouble(LabelledWeight::weight).toArray();
    }

    private static Calibration calibrated(List<LabelledWeight> labels, double precision) {
        return new Calibrator(CalibrationSettings.of(precision)).calibrate(labels, weights(labels));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aKnownLogisticIsRecovered(long seed) {
        var platt = PlattScaling.fit(drawn(seed, 20_000, 0.7, -2.5));
        var shifted = PlattScaling.offset(drawn(seed, 20_000, 1, 3));

        assertThat(platt.slope()).isCloseTo(0.7, within(0.04));
        assertThat(platt.offset()).isCloseTo(-2.5, within(0.15));
        assertThat(shifted.offset()).isCloseTo(3, within(0.15));
    }

    @Test
    void labelsThatTheWeightDividesCleanlyHaveAFiniteSlope() {
        var labels = new ArrayList<LabelledWeight>();
        for (int i = -20; i < 20; i++) {
            labels.add(new LabelledWeight(i, i >= 3));
        }

        var platt = PlattScaling.fit(labels);

        assertThat(platt.slope()).isPositive().isFinite();
        assertThat(platt.probability(2)).isLessThan(0.5);
        assertThat(platt.probability(3)).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whereThePriorIsWrongItsShiftIsFoundAndHelpsOnLabelsKeptAside(long seed) {
        var calibration = calibrated(drawn(seed, 8_000, 1, -4), 0.99);

        assertThat(calibration.priorShift()).isCloseTo(-4, within(0.4));
        assertThat(calibration.reliability().get(1).logLoss())
                .isLessThan(calibration.reliability().get(0).logLoss());
        assertThat(calibration.reliability().get(2).brier())
                .isLessThan(calibration.reliability().get(0).brier());
        assertThat(calibration.reliability())
                .allSatisfy(method -> assertThat(method.bins()).hasSize(10));
        var changed = CalibratedModel.of(MODEL, calibration);
        assertThat(changed.priorWeight()).isCloseTo(MODEL.priorWeight() + calibration.priorShift(), within(1e-4));
        assertThat(changed.version()).isEqualTo(MODEL.version() + "-calibrated");
        assertThat(changed.comparisons().getFirst().levels())
                .isEqualTo(MODEL.comparisons().getFirst().levels());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aThresholdThatManyLabelsBearOutKeepsItsPromiseOnFreshOnes(long seed) {
        var calibration = calibrated(drawn(seed, 20_000, 1, 0), 0.97);
        double link = calibration.supportedLink().orElseThrow();
        double review = calibration.supportedReview().orElseThrow();

        var fresh = drawn(seed + 1_000, 50_000, 1, 0);

        assertThat(fresh.stream()
                        .filter(label -> label.weight() >= link)
                        .mapToInt(label -> label.match() ? 1 : 0)
                        .average()
                        .orElse(0))
                .isGreaterThan(0.965);
        assertThat(fresh.stream()
                        .filter(label -> label.weight() < review)
                        .mapToInt(label -> label.match() ? 0 : 1)
                        .average()
                        .orElse(0))
                .isGreaterThan(0.965);
        assertThat(calibration.expectedPrecision()).isGreaterThan(0.965);
        var changed = CalibratedModel.of(MODEL, calibration).thresholds();
        assertThat(changed.linkWeight()).isCloseTo(link + calibration.priorShift(), within(1e-3));
        assertThat(changed.reviewWeight()).isLessThan(changed.linkWeight());
    }

    @Test
    void fewLabelsBearNothingOutAndTheThresholdsStay() {
        var calibration = calibrated(drawn(3, 60, 1, 0), 0.99);

        assertThat(calibration.supportedLink()).isEmpty();
        assertThat(calibration.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("scarcer kind"))
                .anySatisfy(warning -> assertThat(warning).contains("threshold stays"));
        assertThat(CalibratedModel.of(MODEL, calibration).thresholds()).isEqualTo(MODEL.thresholds());
        assertThat(CalibrationPage.of("<model>", calibration))
                .contains("&lt;model&gt;", "<svg", "scarcer kind")
                .doesNotContain("<script", "src=", "href=");
    }

    @Test
    void weightsThatAreTooSureOfThemselvesAreNamed() {
        assertThat(calibrated(drawn(5, 6_000, 0.5, 0), 0.99).warnings())
                .anySatisfy(warning -> assertThat(warning).contains("too sure of themselves"));
    }

    @Test
    void labelsOfOneKindAreRefused() {
        assertThatThrownBy(() -> calibrated(drawn(1, 50, 1, 90), 0.99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 5");
    }

    @Test
    void theOrderOfTheLabelsDoesNotMatter() {
        var labels = drawn(11, 900, 1, 1);

        assertThat(calibrated(labels.reversed(), 0.95).platt().offset())
                .isCloseTo(calibrated(labels, 0.95).platt().offset(), within(1e-9));
    }

    @Test
    void wilsonsIntervalIsThatOfTheBooks() {
        // Newcombe 1998, table I: 81 of 263 lie in 0.2553 to 0.3662, 0 of 20 in 0 to 0.1611.
        assertThat(Share.of(81, 263).lower()).isCloseTo(0.2553, within(5e-5));
        assertThat(Share.of(81, 263).upper()).isCloseTo(0.3662, within(5e-5));
        assertThat(Share.of(0, 20).upper()).isCloseTo(0.1611, within(5e-5));
        assertThat(Share.of(Share.needed(0.99), Share.needed(0.99)).lower()).isGreaterThanOrEqualTo(0.99);
        assertThat(Share.of(Share.needed(0.99) - 1, Share.needed(0.99) - 1).lower())
                .isLessThan(0.99);
    }
}
