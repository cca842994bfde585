package org.hms.matching.chart;

import java.util.List;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.MatchModel;

/** What a model's levels say, drawn: the match weight of each, and the m and u it comes from. */
public final class ModelCharts {
    private static final int WIDTH = 860;
    private static final int LABEL = 230;
    private static final int ROW = 18;
    private static final int TOP = 34;

    private ModelCharts() {}

    /** Bars to the right speak for one person, to the left against; in bits, the prior first. */
    public static String matchWeights(MatchModel model) {
        var svg = new Svg("Match weights in bits", WIDTH, height(model.comparisons()));
        double most = Math.max(1, Math.abs(model.priorWeight()));
        for (var comparison : model.comparisons()) {
            for (var level : comparison.levels()) {
                most = Math.max(most, Math.abs(level.weight()));
            }
        }
        double middle = LABEL + (WIDTH - LABEL) / 2.0;
        double scale = ((WIDTH - LABEL) / 2.0 - 60) / most;
        svg.line(middle, TOP - 12, middle, height(model.comparisons()) - 8, Svg.FAINT);
        double y = weight(svg, TOP, "prior", model.priorWeight(), "two random records", middle, scale) + ROW / 2.0;
        for (var comparison : model.comparisons()) {
            svg.heading(4, y + 12, comparison.name());
            y += ROW;
            for (var level : comparison.levels()) {
                var hint = "m %s, u %s".formatted(Figures.probability(level.m()), Figures.probability(level.u()));
                y = weight(svg, y, level.name(), level.weight(), hint, middle, scale);
            }
        }
        return svg.toString();
    }

    private static double weight(
            Svg svg, double y, String name, double weight, String hint, double middle, double scale) {
        double length = Math.abs(weight) * scale;
        double left = weight < 0 ? middle - length : middle;
        svg.text(16, y + 12, name)
                .bar(left, y + 2, length, ROW - 4, weight < 0 ? Svg.AGAINST : Svg.FOR, name + ": " + hint);
        if (weight < 0) {
            svg.textBefore(left - 4, y + 12, Figures.bits(weight));
        } else {
            svg.text(left + length + 4, y + 12, Figures.bits(weight));
        }
        return y + ROW;
    }

    /** Side by side: how often one person's records reach each level, and how often two people's do. */
    public static String probabilities(MatchModel model) {
        var svg = new Svg("m and u of each level", WIDTH, height(model.comparisons()));
        double half = (WIDTH - LABEL) / 2.0;
        double scale = half - 80;
        svg.heading(LABEL, 16, "m: one person").heading(LABEL + half, 16, "u: two people");
        double y = TOP;
        for (var comparison : model.comparisons()) {
            svg.heading(4, y + 12, comparison.name());
            y += ROW;
            for (var level : comparison.levels()) {
                svg.text(16, y + 12, level.name());
                probability(svg, LABEL, y, level.m(), scale, Svg.FOR, level.name());
                probability(svg, LABEL + half, y, level.u(), scale, Svg.AGAINST, level.name());
                y += ROW;
            }
        }
        return svg.toString();
    }

    private static void probability(
            Svg svg, double x, double y, double probability, double scale, String colour, String hint) {
        svg.bar(x, y + 2, probability * scale, ROW - 4, colour, hint)
                .text(x + probability * scale + 4, y + 12, Figures.probability(probability));
    }

    private static int height(List<Comparison<?>> comparisons) {
        int rows = comparisons.stream()
                .mapToInt(comparison -> comparison.levels().size() + 1)
                .sum();
        return TOP + (rows + 2) * ROW;
    }
}
