package org.hms.matching.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.train.TrainingReport;
import org.hms.matching.train.TrainingReport.NamesReport;
import org.hms.matching.train.TrainingReport.PassLevel;
import org.hms.matching.train.TrainingReport.PassReport;

/** How training went, drawn: what each pass found beside the others, how fast it converged, how common names are. */
public final class TrainingCharts {
    private static final int WIDTH = 860;
    private static final int LABEL = 230;
    private static final int ROW = 18;
    private static final int TOP = 34;
    private static final int PLOT = 220;
    private static final List<String> COLOURS = List.of(
            "#2f6f4f", "#a8442a", "#2d5d8c", "#8a6d1d", "#6b3f86", "#3d8a8a", "#b0558a", "#5b6670", "#88a02c",
            "#c47a2c", "#4652a8", "#7c4a3a", "#1f8a5a");

    private TrainingCharts() {}

    static String colour(int pass) {
        return COLOURS.get(pass % COLOURS.size());
    }

    /** One dot for each pass that could tell of the level: far apart means that the passes do not agree on m. */
    public static String passes(TrainingReport report) {
        int rows = report.comparisons().stream()
                .mapToInt(comparison -> comparison.levels().size() + 1)
                .sum();
        var svg = new Svg("m of each level as each pass found it", WIDTH, TOP + (rows + 1) * ROW);
        double scale = WIDTH - LABEL - 40;
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double x = LABEL + tenth / 10.0 * scale;
            svg.line(x, TOP - 6, x, TOP + rows * ROW, Svg.FAINT).text(x - 8, TOP - 12, "0." + tenth);
        }
        double y = TOP;
        for (var comparison : report.comparisons()) {
            svg.heading(4, y + 12, comparison.name());
            y += ROW;
            for (var level : comparison.levels()) {
                svg.text(16, y + 12, level.name());
                for (int pass = 0; pass < report.passes().size(); pass++) {
                    passDots(svg, report.passes().get(pass), pass, comparison.name() + "/" + level.name(), y, scale);
                }
                y += ROW;
            }
        }
        return svg.toString();
    }

    private static void passDots(Svg svg, PassReport pass, int number, String wanted, double y, double scale) {
        for (var level : pass.levels()) {
            if (pass.used() && wanted.equals(level.comparison() + "/" + level.level())) {
                svg.dot(LABEL + level.m() * scale, y + 8, colour(number), hint(pass, level));
            }
        }
    }

    private static String hint(PassReport pass, PassLevel level) {
        return "%s: m %s on %s matches"
                .formatted(pass.rule(), Figures.probability(level.m()), Figures.count(level.matches()));
    }

    /** The largest move of a probability in each iteration, on a scale of tens; the search ends under 1e-4. */
    public static String convergence(TrainingReport report) {
        int longest = report.passes().stream()
                .mapToInt(pass -> pass.convergence().change().size())
                .max()
                .orElse(1);
        var svg = new Svg("Convergence of expectation maximisation", WIDTH, PLOT + 60);
        double step = (WIDTH - LABEL - 60.0) / Math.max(1, longest - 1);
        for (int power = 0; power >= -6; power--) {
            double y = heightOf(Math.pow(10, power));
            svg.line(60, y, WIDTH - LABEL, y, Svg.FAINT).textBefore(52, y + 4, "1e" + power);
        }
        for (int pass = 0; pass < report.passes().size(); pass++) {
            var changes = report.passes().get(pass).convergence().change();
            var points = IntStream.range(0, changes.size())
                    .mapToObj(i -> new double[] {60 + i * step, heightOf(changes.get(i))})
                    .toList();
            svg.path(points, colour(pass))
                    .bar(WIDTH - LABEL + 16, TOP - 14 + pass * ROW, 10, 10, colour(pass), "")
                    .text(
                            WIDTH - LABEL + 32,
                            TOP - 5 + pass * ROW,
                            report.passes().get(pass).rule());
        }
        return svg.textBefore(WIDTH - LABEL, PLOT + 48, longest + " iterations").toString();
    }

    private static double heightOf(double change) {
        return TOP + -Math.clamp(Math.log10(Math.max(change, 1e-6)), -6, 0) / 6 * (PLOT - TOP);
    }

    /** The most common names, and how many bits less than usual their agreement says. */
    public static String names(NamesReport names) {
        var shown = new ArrayList<>(names.mostCommon());
        var svg = new Svg("Term frequencies: " + names.comparison(), WIDTH, TOP + (shown.size() + 1) * ROW);
        double most = shown.stream()
                .mapToDouble(TrainingReport.NameShare::share)
                .max()
                .orElse(1);
        svg.heading(4, 16, names.comparison()).heading(LABEL, 16, "share of names, and bits added on agreement");
        double y = TOP;
        for (var name : shown) {
            double length = name.share() / most * (WIDTH - LABEL - 160);
            svg.text(16, y + 12, name.name())
                    .bar(LABEL, y + 2, length, ROW - 4, name.bits() < 0 ? Svg.AGAINST : Svg.FOR, name.name())
                    .text(
                            LABEL + length + 6,
                            y + 12,
                            Figures.probability(name.share()) + "  " + Figures.bits(name.bits()));
            y += ROW;
        }
        return svg.toString();
    }
}
