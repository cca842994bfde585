package org.hms.matching.chart;

import java.util.Locale;

/** How figures are written: the same in every place and language of the machine. */
final class Figures {
    private Figures() {}

    static String bits(double weight) {
        return String.format(Locale.ROOT, "%+.2f", weight);
    }

    static String probability(double probability) {
        return probability >= 0.001
                ? String.format(Locale.ROOT, "%.4f", probability)
                : String.format(Locale.ROOT, "%.2e", probability);
    }

    static String count(double count) {
        return String.format(Locale.ROOT, "%,.0f", count);
    }
}
