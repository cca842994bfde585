package org.hms.matching.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far probabilities can be believed, on labels they were not fitted on.
 *
 * @param logLoss mean surprise, in natural units; less is better
 * @param brier mean squared error; less is better
 * @param bins labels of like probability together: what was said, and what was so
 */
public record Reliability(String method, double logLoss, double brier, List<Bin> bins) {
    private static final int BINS = 10;
    private static final double OFF_ZERO = 1e-12;

    /** Labels of like probability: the mean that was said, and the share that are matches. */
    public record Bin(double said, Share observed) {}

    public Reliability {
        bins = List.copyOf(bins);
    }

    static Reliability of(String method, List<LabelledWeight> labels, DoubleUnaryOperator probability) {
        double loss = 0;
        double squares = 0;
        for (var label : labels) {
            double p = Math.clamp(probability.applyAsDouble(label.weight()), OFF_ZERO, 1 - OFF_ZERO);
            loss -= Math.log(label.match() ? p : 1 - p);
            squares += Math.pow(p - (label.match() ? 1 : 0), 2);
        }
        return new Reliability(method, loss / labels.size(), squares / labels.size(), bins(labels, probability));
    }

    /** Ten bins of as many labels each, as far as they can be divided. */
    private static List<Bin> bins(List<LabelledWeight> labels, DoubleUnaryOperator probability) {
        var sorted = labels.stream()
                .sorted(Comparator.comparingDouble(LabelledWeight::weight))
                .toList();
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            var some = sorted.subList(
                    (int) ((long) bin * sorted.size() / BINS), (int) ((bin + 1L) * sorted.size() / BINS));
            if (!some.isEmpty()) {
                bins.add(new Bin(
                        some.stream()
                                .mapToDouble(label -> probability.applyAsDouble(label.weight()))
                                .average()
                                .orElse(0),
                        Share.of(some.stream().filter(LabelledWeight::match).count(), some.size())));
            }
        }
        return bins;
    }
}
