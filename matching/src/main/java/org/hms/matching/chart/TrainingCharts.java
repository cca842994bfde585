package org.hms.matching.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.train.TrainingReport;
import org.hms.matching.train.TrainingReport.NamesReport;
import org.hms.matching.train.TrainingReport.RoundLevel;
import org.hms.matching.train.TrainingReport.RoundReport;

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

    static String colour(int round) {
        return COLOURS.get(round % COLOURS.size());
    }

    /** One dot for each round: far apart means that m still moved while u was corrected. */
    public static String rounds(TrainingReport report) {
        int rows = report.comparisons().stream()
                .mapToInt(comparison -> comparison.levels().size() + 1)
                .sum();
        var svg = new Svg("m of each level as each round found it", WIDTH, TOP + (rows + 1) * ROW);
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
                for (int round = 0; round < report.rounds().size(); round++) {
                    roundDots(svg, report.rounds().get(round), round, comparison.name() + "/" + level.name(), y, scale);
                }
                y += ROW;
            }
        }
        return svg.toString();
    }

    private static void roundDots(Svg svg, RoundReport round, int number, String wanted, double y, double scale) {
        for (var level : round.levels()) {
            if (wanted.equals(level.comparison() + "/" + level.level())) {
                svg.dot(LABEL + level.m() * scale, y + 8, colour(number), hint(round, level));
            }
        }
    }

    private static String hint(RoundReport round, RoundLevel level) {
        return "round %s: m %s, u %s"
                .formatted(round.round(), Figures.probability(level.m()), Figures.probability(level.u()));
    }

    /** The largest move of a probability in each iteration, on a scale of tens; the search ends under 1e-4. */
    public static String convergence(TrainingReport report) {
        int longest = report.rounds().stream()
                .mapToInt(round -> round.convergence().change().size())
                .max()
                .orElse(1);
        var svg = new Svg("Convergence of expectation maximisation", WIDTH, PLOT + 60);
        double step = (WIDTH - LABEL - 60.0) / Math.max(1, longest - 1);
        for (int power = 0; power >= -6; power--) {
            double y = heightOf(Math.pow(10, power));
            svg.line(60, y, WIDTH - LABEL, y, Svg.FAINT).textBefore(52, y + 4, "1e" + power);
        }
        for (int round = 0; round < report.rounds().size(); round++) {
            var changes = report.rounds().get(round).convergence().change();
            var points = IntStream.range(0, changes.size())
                    .mapToObj(i -> new double[] {60 + i * step, heightOf(changes.get(i))})
                    .toList();
            svg.path(points, colour(round))
                    .bar(WIDTH - LABEL + 16, TOP - 14 + round * ROW, 10, 10, colour(round), "")
                    .text(
                            WIDTH - LABEL + 32,
                            TOP - 5 + round * ROW,
                            "round " + report.rounds().get(round).round());
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
