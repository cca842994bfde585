package org.hms.matching.calibrate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Probability as the step function of the weight that fits the labels best among all that never fall. */
public final class IsotonicRegression {
    private final double[] from;
    private final double[] probabilities;

    private IsotonicRegression(double[] from, double[] probabilities) {
        this.from = from;
        this.probabilities = probabilities;
    }

    /** Labels of one weight count together; probabilities are kept off 0 and 1 as one label more of each kind would. */
    public static IsotonicRegression fit(List<LabelledWeight> labels) {
        var sorted = labels.stream()
                .sorted(Comparator.comparingDouble(LabelledWeight::weight))
                .toList();
        var weights =
                sorted.stream().mapToDouble(LabelledWeight::weight).distinct().toArray();
        var shares = new double[weights.length];
        var counts = new double[weights.length];
        for (var label : sorted) {
            int at = Arrays.binarySearch(weights, label.weight());
            shares[at] += label.match() ? 1 : 0;
            counts[at]++;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= counts[i];
        }
        double least = 1.0 / (labels.size() + 2);
        var fitted = rising(shares, counts);
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = Math.clamp(fitted[i], least, 1 - least);
        }
        return new IsotonicRegression(weights, fitted);
    }

    /** Below all labels what the lowest says; between two what the lower says. */
    public double probability(double weight) {
        int at = Arrays.binarySearch(from, weight);
        return probabilities[Math.max(0, at >= 0 ? at : -at - 2)];
    }

    /**
     * The rising values nearest to those given, in weighted squares: neighbours that fall are pooled until none does
     * (pool adjacent violators).
     */
    static double[] rising(double[] values, double[] weights) {
        var means = new double[values.length];
        var sums = new double[values.length];
        var ends = new int[values.length];
        int pools = 0;
        for (int i = 0; i < values.length; i++) {
            means[pools] = values[i];
            sums[pools] = weights[i];
            ends[pools++] = i + 1;
            while (pools > 1 && means[pools - 2] >= means[pools - 1]) {
                double both = sums[pools - 2] + sums[pools - 1];
                means[pools - 2] = (means[pools - 2] * sums[pools - 2] + means[pools - 1] * sums[pools - 1]) / both;
                sums[pools - 2] = both;
                ends[pools - 2] = ends[pools - 1];
                pools--;
            }
        }
        var rising = new double[values.length];
        for (int pool = 0, start = 0; pool < pools; start = ends[pool++]) {
            Arrays.fill(rising, start, ends[pool], means[pool]);
        }
        return rising;
    }
}
