package org.hms.matching.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hms.matching.calibrate.Calibration.Counts;
import org.jspecify.annotations.Nullable;

/** Learns from labelled pairs what weights mean: on one part of the labels, judged on the other. */
public final class Calibrator {
    private static final int FEWEST = 5;
    private static final int FEW = 100;
    private static final double SLOPE_MAY_BE_OFF_BY = 0.25;

    private final CalibrationSettings settings;

    public Calibrator(CalibrationSettings settings) {
        this.settings = settings;
    }

    /**
     * @param labels pairs that were decided, drawn so that at a given weight one is as likely to be labelled as another
     * @param scored the weights of all pairs that were scored, labelled or not
     * @throws IllegalArgumentException if there are fewer than five labels of either kind
     */
    public Calibration calibrate(List<LabelledWeight> labels, double[] scored) {
        int matches = (int) labels.stream().filter(LabelledWeight::match).count();
        if (matches < FEWEST || labels.size() - matches < FEWEST) {
            throw new IllegalArgumentException(
                    "Calibration takes at least %d matches and %d others among the labels that were scored; here are %d and %d"
                            .formatted(FEWEST, FEWEST, matches, labels.size() - matches));
        }
        var halves = Halves.of(labels, settings.heldOutShare(), settings.seed());
        var platt = PlattScaling.fit(halves.training());
        var shifted = PlattScaling.offset(halves.training());
        var isotonic = IsotonicRegression.fit(halves.training());
        var reliability = List.of(
                Reliability.of("model", halves.heldOut(), PlattScaling.AS_THE_MODEL_SAYS::probability),
                Reliability.of("prior shifted", halves.heldOut(), shifted::probability),
                Reliability.of("Platt", halves.heldOut(), platt::probability),
                Reliability.of("isotonic", halves.heldOut(), isotonic::probability));
        boolean helps = reliability.get(1).logLoss() < reliability.get(0).logLoss();
        var link = ThresholdSuggestion.link(halves, settings.precision()).orElse(null);
        var review = ThresholdSuggestion.review(halves, settings.precision()).orElse(null);
        var counts = new Counts(
                labels.size(),
                matches,
                halves.training().size(),
                halves.heldOut().size());
        return new Calibration(
                counts,
                settings.precision(),
                platt,
                helps ? shifted.offset() : 0,
                reliability,
                link,
                review,
                link == null ? null : expected(platt, scored, link.weight()),
                warnings(counts, platt, helps, link, review));
    }

    private static @Nullable Double expected(PlattScaling platt, double[] scored, double from) {
        var mean = Arrays.stream(scored)
                .filter(weight -> weight >= from)
                .map(platt::probability)
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    private List<String> warnings(
            Counts counts,
            PlattScaling platt,
            boolean helps,
            @Nullable ThresholdSuggestion link,
            @Nullable ThresholdSuggestion review) {
        var warnings = new ArrayList<String>();
        int scarcer = Math.min(counts.matches(), counts.labels() - counts.matches());
        if (scarcer < FEW) {
            warnings.add(
                    "There are only %d labels of the scarcer kind: every figure here is rough.".formatted(scarcer));
        }
        if (!helps) {
            warnings.add("On the labels kept aside another prior does not help, so the prior stays.");
        }
        if (Math.abs(platt.slope() - 1) > SLOPE_MAY_BE_OFF_BY) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "The slope is %.2f: the weights are %s. No prior mends that; m and u want training.",
                    platt.slope(),
                    platt.slope() < 1 ? "too sure of themselves" : "not sure enough of themselves"));
        }
        warn(warnings, "link", "from", link);
        warn(warnings, "review", "below", review);
        return warnings;
    }

    private void warn(List<String> warnings, String threshold, String side, @Nullable ThresholdSuggestion suggested) {
        if (suggested == null) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "No %s weight among the labels reaches %s: that threshold stays.",
                    threshold,
                    settings.precision()));
        } else if (!suggested.supported()) {
            var all = suggested.training().plus(suggested.heldOut());
            long needed = Share.needed(settings.precision());
            warnings.add(String.format(
                    Locale.ROOT,
                    "The %s weight is not borne out: %s %.2f bits %d of %d labels are right, which is compatible with %.4f to"
                            + " %.4f.%s That threshold stays.",
                    threshold,
                    side,
                    suggested.weight(),
                    all.part(),
                    all.of(),
                    all.lower(),
                    all.upper(),
                    all.of() < needed ? " Even if all were right it takes " + needed + " labels there." : ""));
        }
    }
}
