package org.hms.matching.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hms.matching.evaluate.ThresholdCurve;
import org.hms.matching.evaluate.ThresholdCurve.Point;

/** An evaluation against the truth as one HTML page: the figures, the threshold-selection chart and its table. */
public final class EvaluationPage {
    private static final int ROWS = 40;
    private static final List<String> HEAD =
            List.of("link from, bits", "precision", "recall", "F1", "right", "wrong", "missed");

    private EvaluationPage() {}

    /** @param figures what was measured, by name, in the order to be told */
    public static String of(Map<String, Object> figures, ThresholdCurve curve) {
        var page = new HtmlPage("Evaluation against the truth")
                .table(
                        List.of("figure", "value"),
                        figures.entrySet().stream()
                                .map(entry -> List.of(entry.getKey(), value(entry.getValue())))
                                .toList())
                .heading("Which link weight?")
                .paragraph(
                        "Pairs only: what clustering makes of them is told by the figures of clusters above. Recall is of"
                                + " all pairs of one person, those never scored included.")
                .drawing(ThresholdChart.of(curve))
                .heading("Marked weights");
        var marked = new ArrayList<List<String>>();
        marked.add(row("best F1: ", curve.best()));
        curve.precise().forEach(one -> marked.add(row("precision " + one.wished() + ": ", one.point())));
        page.table(HEAD, marked).heading("Along the curve");
        int every = Math.max(1, curve.points().size() / ROWS);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < curve.points().size(); i += every) {
            rows.add(row("", curve.points().get(i)));
        }
        return page.table(HEAD, rows).toString();
    }

    private static List<String> row(String name, Point point) {
        return List.of(
                name + Figures.bits(point.weight()),
                share(point.precision()),
                share(point.recall()),
                share(point.f1()),
                Figures.count(point.truePositives()),
                Figures.count(point.falsePositives()),
                Figures.count(point.falseNegatives()));
    }

    private static String value(Object value) {
        return value instanceof Double figure ? share(figure) : String.valueOf(value);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
