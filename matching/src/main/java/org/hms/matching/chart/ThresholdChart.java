package org.hms.matching.chart;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.hms.matching.evaluate.ThresholdCurve;
import org.hms.matching.evaluate.ThresholdCurve.Point;

/** Precision, recall and F1 over the weight from which on pairs are linked; lines differ by their dashes too. */
public final class ThresholdChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 400;
    private static final int LEFT = 50;
    private static final int RIGHT = 740;
    private static final int TOP = 40;
    private static final int BOTTOM = 350;
    private static final int TICKS = 8;

    private ThresholdChart() {}

    public static String of(ThresholdCurve curve) {
        var svg = new Svg("en", "Precision, recall and F1 over the link weight", words(curve), WIDTH, HEIGHT);
        double most = curve.points().getFirst().weight();
        double least = curve.points().getLast().weight();
        double scale = (RIGHT - LEFT) / Math.max(1e-9, most - least);
        for (int tenth = 0; tenth <= 10; tenth++) {
            double y = y(tenth / 10.0);
            svg.line(LEFT, y, RIGHT, y, Svg.FAINT).textBefore(LEFT - 6, y + 4, tenth == 10 ? "1.0" : "0." + tenth);
        }
        for (int tick = 0; tick <= TICKS; tick++) {
            double weight = least + (most - least) * tick / TICKS;
            svg.text(LEFT + (weight - least) * scale - 10, BOTTOM + 18, bits(weight));
        }
        svg.text(LEFT + (RIGHT - LEFT) / 2.0 - 90, BOTTOM + 38, "link from this weight on, in bits");
        line(svg, curve, Point::precision, Svg.FOR, "", "precision", 0);
        line(svg, curve, Point::recall, Svg.AGAINST, "7 4", "recall", 1);
        line(svg, curve, Point::f1, Svg.INK, "2 3", "F1", 2);
        var best = curve.best();
        double x = LEFT + (best.weight() - least) * scale;
        svg.line(x, TOP, x, BOTTOM, Svg.INK)
                .dot(x, y(best.f1()), Svg.INK, "best F1")
                .text(x + 4, TOP - 8, "best F1 " + Figures.probability(best.f1()) + " from " + bits(best.weight()));
        return svg.toString();
    }

    private static void line(
            Svg svg,
            ThresholdCurve curve,
            ToDoubleFunction<Point> figure,
            String colour,
            String dashes,
            String name,
            int number) {
        double least = curve.points().getLast().weight();
        double scale = (RIGHT - LEFT) / Math.max(1e-9, curve.points().getFirst().weight() - least);
        svg.path(
                curve.points().stream()
                        .map(point ->
                                new double[] {LEFT + (point.weight() - least) * scale, y(figure.applyAsDouble(point))})
                        .toList(),
                colour,
                dashes);
        double y = TOP + 20.0 + number * 22;
        svg.path(List.of(new double[] {RIGHT + 14, y}, new double[] {RIGHT + 50, y}), colour, dashes)
                .text(RIGHT + 56, y + 4, name);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String words(ThresholdCurve curve) {
        var best = curve.best();
        return String.format(
                Locale.ROOT,
                "Between %.2f and %.2f bits. F1 is best from %.2f bits on: precision %.4f, recall %.4f, F1 %.4f.",
                curve.points().getLast().weight(),
                curve.points().getFirst().weight(),
                best.weight(),
                best.precision(),
                best.recall(),
                best.f1());
    }

    private static String bits(double weight) {
        return String.format(Locale.ROOT, "%.1f", weight);
    }
}
