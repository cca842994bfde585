package org.hms.matching.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hms.matching.calibrate.Calibration;
import org.hms.matching.calibrate.Reliability;
import org.hms.matching.calibrate.Share;
import org.hms.matching.calibrate.ThresholdSuggestion;
import org.jspecify.annotations.Nullable;

/** A calibration as one HTML page: what to be wary of, how far probabilities can be believed, what to change. */
public final class CalibrationPage {
    private CalibrationPage() {}

    /** @param model the version of the model calibrated */
    public static String of(String model, Calibration calibration) {
        var counts = calibration.counts();
        var page = new HtmlPage("Calibration of " + model)
                .paragraph(
                        "%d labels, of which %d matches; learned from %d, judged on the other %d. Weights are in bits of the model as it was."
                                .formatted(counts.labels(), counts.matches(), counts.training(), counts.heldOut()))
                .heading("What to be wary of")
                .list(calibration.warnings().isEmpty() ? List.of("Nothing found.") : calibration.warnings())
                .heading("What the labels say")
                .table(
                        List.of("figure", "value"),
                        List.of(
                                List.of("bits added to the prior", Figures.bits(calibration.priorShift())),
                                List.of(
                                        "slope (Platt)",
                                        figure(calibration.platt().slope())),
                                List.of(
                                        "offset in bits (Platt)",
                                        Figures.bits(calibration.platt().offset()))))
                .heading("Thresholds for a precision of " + calibration.wishedPrecision())
                .table(
                        List.of("threshold", "weight", "labels learned from", "labels kept aside", "borne out"),
                        List.of(row("link", calibration.link()), row("review", calibration.review())))
                .heading("Reliability")
                .paragraph("Bars show where the true share lies 19 times of 20.")
                .drawing(ReliabilityChart.of(calibration.reliability()));
        return bins(page, calibration.reliability()).toString();
    }

    private static List<String> row(String name, @Nullable ThresholdSuggestion suggestion) {
        return suggestion == null
                ? List.of(name, "none", "", "", "no")
                : List.of(
                        name,
                        Figures.bits(suggestion.weight()),
                        share(suggestion.training()),
                        share(suggestion.heldOut()),
                        suggestion.supported() ? "yes" : "no");
    }

    private static HtmlPage bins(HtmlPage page, List<Reliability> methods) {
        var rows = new ArrayList<List<String>>();
        for (var method : methods) {
            method.bins().forEach(bin -> rows.add(List.of(method.method(), figure(bin.said()), share(bin.observed()))));
        }
        return page.table(List.of("method", "probability said", "share of matches"), rows);
    }

    private static String share(Share share) {
        return String.format(
                Locale.ROOT,
                "%.4f (%d of %d; %.4f to %.4f)",
                share.share(),
                share.part(),
                share.of(),
                share.lower(),
                share.upper());
    }

    private static String figure(double figure) {
        return String.format(Locale.ROOT, "%.4f", figure);
    }
}
