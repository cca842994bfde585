package org.hms.matching.chart;

import org.hms.matching.explain.Explanation;
import org.hms.matching.explain.Explanation.Step;
import org.hms.matching.explain.ExplanationText;
import org.hms.matching.explain.Phrases;

/**
 * A score drawn as a waterfall: each comparison moves the weight from where the one before left it. What speaks for one
 * person points right and has a plus, what speaks against points left and has a minus; the whole stands in words as well.
 */
public final class WaterfallChart {
    private static final int WIDTH = 960;
    private static final int LABEL = 380;
    private static final int ROW = 22;
    private static final int TOP = 40;
    private static final int MARGIN = 75;

    private final Explanation explanation;
    private final Phrases phrases;
    private final Svg svg;
    private final double zero;
    private final double scale;

    private WaterfallChart(Explanation explanation, Phrases phrases) {
        this.explanation = explanation;
        this.phrases = phrases;
        double least = Math.min(0, explanation.priorWeight());
        double most = Math.max(1, explanation.priorWeight());
        for (var step : explanation.steps()) {
            double level = step.before() + step.levelWeight();
            least = Math.min(least, Math.min(step.after(), level));
            most = Math.max(most, Math.max(step.after(), level));
        }
        scale = (WIDTH - LABEL - 2.0 * MARGIN) / (most - least);
        zero = LABEL + MARGIN - least * scale;
        svg = new Svg(
                phrases.language().code(),
                phrases.word("chart.title"),
                ExplanationText.of(explanation, phrases),
                WIDTH,
                height());
    }

    public static String of(Explanation explanation, Phrases phrases) {
        return new WaterfallChart(explanation, phrases).draw();
    }

    private int height() {
        return TOP + (explanation.steps().size() + 2) * ROW + 30;
    }

    private String draw() {
        svg.heading(4, 16, phrases.word("chart.title"));
        int bottom = TOP + (explanation.steps().size() + 2) * ROW;
        svg.line(zero, TOP - 6, zero, bottom, Svg.FAINT).text(zero - 3, TOP - 10, "0");
        total(TOP, phrases.word("chart.prior"), explanation.priorWeight());
        connect(TOP, explanation.priorWeight());
        int y = TOP + ROW;
        for (var step : explanation.steps()) {
            step(y, step);
            connect(y, step.after());
            y += ROW;
        }
        total(y, phrases.word("chart.total"), explanation.weight());
        svg.text(4, y + ROW + 18, phrases.word("chart.legend.for"))
                .text(110, y + ROW + 18, phrases.word("chart.legend.against"))
                .text(240, y + ROW + 18, phrases.word("chart.legend.frequency"));
        return svg.toString();
    }

    private void total(int y, String name, double weight) {
        svg.heading(4, y + 15, name)
                .bar(x(Math.min(0, weight)), y + 3, Math.abs(weight) * scale, ROW - 6, Svg.INK, name);
        value(y, Math.min(0, weight), Math.max(0, weight), weight, "");
    }

    private void step(int y, Step step) {
        var sentence = phrases.sentence(step.comparison(), step.level());
        svg.text(16, y + 15, sentence);
        if (!step.speaks()) {
            return;
        }
        double from = Math.min(step.before(), step.after());
        double to = Math.max(step.before(), step.after());
        svg.bar(
                x(from),
                y + 3,
                (to - from) * scale,
                ROW - 6,
                step.weight() < 0 ? Svg.AGAINST : Svg.FOR,
                sentence + " " + phrases.bits(step.weight()));
        if (step.termFrequency() != 0) {
            double level = step.before() + step.levelWeight();
            svg.bar(
                    x(Math.min(level, step.after())),
                    y + 7,
                    Math.abs(step.termFrequency()) * scale,
                    ROW - 14,
                    Svg.FAINT,
                    phrases.frequency(step.comparison(), step.termFrequency()));
            from = Math.min(from, level);
            to = Math.max(to, level);
        }
        value(y, from, to, step.weight(), step.weight() < 0 ? "◀ " : "▶ ");
    }

    private void value(int y, double from, double to, double weight, String sign) {
        if (weight < 0) {
            svg.textBefore(x(from) - 5, y + 15, sign + phrases.bits(weight));
        } else {
            svg.text(x(to) + 5, y + 15, sign + phrases.bits(weight));
        }
    }

    private void connect(int y, double weight) {
        svg.line(x(weight), y + ROW - 3, x(weight), y + ROW + 3, Svg.INK);
    }

    private double x(double weight) {
        return zero + weight * scale;
    }
}
