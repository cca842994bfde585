package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Draws what the patient index costs as it grows: {@code CostCurve FIGURES SVG}. The figures are lines of tab-separated
 * numbers under a header: records, records loaded a second, records fed a second, p99 of {@code $match} in milliseconds,
 * seconds from start to ready. Both axes are logarithmic.
 */
public final class CostCurve {

    private static final int WIDTH = 300;
    private static final int HEIGHT = 220;
    private static final int LEFT = 52;
    private static final int TOP = 44;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 26;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 40;

    private CostCurve() {}

    private record Figures(double records, double loaded, double fed, double match, double start) {
        static Figures of(String line) {
            var cells = line.split("\t");
            return new Figures(
                    number(cells[0]), number(cells[1]), number(cells[2]), number(cells[3]), number(cells[4]));
        }

        private static double number(String cell) {
            return Double.parseDouble(cell);
        }
    }

    /** @param bar what is asked for, drawn as a dashed line */
    private record Panel(String title, ToDoubleFunction<Figures> value, double least, double most, double bar) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("bulk load, records a second", Figures::loaded, 500, 10_000, 1_944),
            new Panel("ITI-104 feed, records a second", Figures::fed, 200, 2_000, 500),
            new Panel("$match, p99 in milliseconds", Figures::match, 1, 100, 15),
            new Panel("start to ready, seconds", Figures::start, 1, 100, 8));

    public static void main(String[] args) throws IOException {
        var figures = Files.readAllLines(Path.of(args[0])).stream()
                .skip(1)
                .map(Figures::of)
                .toList();
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">%n"
                .formatted(PANELS.size() * WIDTH, HEIGHT));
        svg.append("<title>What the patient index costs as it grows</title>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        for (int i = 0; i < PANELS.size(); i++) {
            draw(PANELS.get(i), figures, i * WIDTH, svg);
        }
        Files.writeString(Path.of(args[1]), svg.append("</svg>\n"));
    }

    private static void draw(Panel panel, List<Figures> figures, int x, StringBuilder svg) {
        svg.append("<g transform=\"translate(%d 0)\">%n".formatted(x));
        text(svg, LEFT, 24, "start", "#1a1a1a", 13, panel.title());
        for (double tick = panel.least(); tick <= panel.most() * 1.001; tick = nextTick(tick)) {
            double y = y(panel, tick);
            line(svg, LEFT, y, LEFT + PLOT_WIDTH, y, "#e4e4e4", "");
            text(svg, LEFT - 6, y + 4, "end", "#666666", 11, count(tick));
        }
        for (var one : figures) {
            text(svg, x(figures, one), TOP + PLOT_HEIGHT + 18, "middle", "#666666", 11, count(one.records()));
        }
        line(
                svg,
                LEFT,
                y(panel, panel.bar()),
                LEFT + PLOT_WIDTH,
                y(panel, panel.bar()),
                "#b3541e",
                " stroke-dasharray=\"4 3\"");
        text(svg, LEFT + PLOT_WIDTH * 0.3, y(panel, panel.bar()) + 11, "start", "#b3541e", 10, "bar at 7 M");
        var points = new ArrayList<String>();
        for (var one : figures) {
            points.add("%.1f,%.1f"
                    .formatted(x(figures, one), y(panel, panel.value().applyAsDouble(one))));
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>%n"
                .formatted(String.join(" ", points)));
        for (var one : figures) {
            double value = panel.value().applyAsDouble(one);
            svg.append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"#1f5fa8\"/>%n"
                    .formatted(x(figures, one), y(panel, value)));
            text(svg, x(figures, one), y(panel, value) - 8, "middle", "#1f5fa8", 11, label(value));
        }
        svg.append("</g>\n");
    }

    /** 1, 2, 5 and their tens. */
    private static double nextTick(double tick) {
        double first = tick / Math.pow(10, Math.floor(Math.log10(tick) + 1e-9));
        return first < 1.5 ? tick * 2 : first < 3 ? tick * 2.5 : tick * 2;
    }

    private static double x(List<Figures> figures, Figures one) {
        double from = Math.log(figures.getFirst().records());
        double to = Math.log(figures.getLast().records());
        return LEFT + 14 + (PLOT_WIDTH - 28) * (Math.log(one.records()) - from) / (to - from);
    }

    private static double y(Panel panel, double value) {
        double share = Math.log(value / panel.least()) / Math.log(panel.most() / panel.least());
        return TOP + PLOT_HEIGHT * (1 - Math.clamp(share, 0, 1));
    }

    private static String count(double number) {
        if (number >= 1_000_000) {
            return "%.0f M".formatted(number / 1_000_000);
        }
        return number >= 1_000 ? "%.0f k".formatted(number / 1_000) : "%.0f".formatted(number);
    }

    private static String label(double value) {
        return value >= 100 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static void line(
            StringBuilder svg, double x1, double y1, double x2, double y2, String colour, String more) {
        svg.append("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n"
                .formatted(x1, y1, x2, y2, colour, more));
    }

    private static void text(
            StringBuilder svg, double x, double y, String anchor, String colour, int size, String words) {
        svg.append("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-size=\"%d\">%s</text>%n"
                .formatted(x, y, anchor, colour, size, words));
    }
}
