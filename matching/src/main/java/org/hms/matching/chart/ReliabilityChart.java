package org.hms.matching.chart;

import java.util.List;
import java.util.Locale;
import org.hms.matching.calibrate.Reliability;

/** What was said against what was so, one panel for each method; on the diagonal the two are the same. */
public final class ReliabilityChart {
    private static final int SIDE = 300;
    private static final int GAP = 90;
    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int ROW = SIDE + 100;

    private ReliabilityChart() {}

    public static String of(List<Reliability> methods) {
        int rows = (methods.size() + 1) / 2;
        var svg = new Svg(
                "en", "Reliability on labels kept aside", words(methods), LEFT + 2 * SIDE + GAP + 40, TOP + rows * ROW);
        for (int i = 0; i < methods.size(); i++) {
            panel(svg, methods.get(i), LEFT + i % 2 * (SIDE + GAP), TOP + i / 2 * ROW);
        }
        return svg.toString();
    }

    private static void panel(Svg svg, Reliability method, int x, int y) {
        svg.heading(
                x,
                y - 12,
                String.format(
                        Locale.ROOT,
                        "%s: log loss %.4f, Brier %.4f",
                        method.method(),
                        method.logLoss(),
                        method.brier()));
        for (int fifth = 0; fifth <= 5; fifth++) {
            double at = y + SIDE - fifth / 5.0 * SIDE;
            var label = String.format(Locale.ROOT, "%.1f", fifth / 5.0);
            svg.line(x, at, x + SIDE, at, Svg.FAINT)
                    .textBefore(x - 6, at + 4, label)
                    .text(x + fifth / 5.0 * SIDE - 8, y + SIDE + 18, label);
        }
        svg.line(x, y + SIDE, x + SIDE, y, Svg.FAINT)
                .text(x + 60, y + SIDE + 38, "probability said; up: share of matches");
        for (var bin : method.bins()) {
            double across = x + bin.said() * SIDE;
            svg.line(
                            across,
                            y + SIDE - bin.observed().lower() * SIDE,
                            across,
                            y + SIDE - bin.observed().upper() * SIDE,
                            Svg.INK)
                    .dot(across, y + SIDE - bin.observed().share() * SIDE, Svg.FOR, words(bin));
        }
    }

    private static String words(List<Reliability> methods) {
        var words = new StringBuilder();
        for (var method : methods) {
            words.append(method.method()).append(". ");
            method.bins().forEach(bin -> words.append(words(bin)).append(". "));
        }
        return words.toString().strip();
    }

    private static String words(Reliability.Bin bin) {
        return String.format(
                Locale.ROOT,
                "said %.3f, matches %.3f (%d of %d)",
                bin.said(),
                bin.observed().share(),
                bin.observed().part(),
                bin.observed().of());
    }
}
