package org.hms.matching.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What linking from each weight on would give: precision, recall and F1 over pairs.
 *
 * @param truePairs pairs of records that are about one person, scored or not
 * @param scoredTruePairs those of them that were scored: no threshold recalls more
 * @param points some hundred, from the heaviest weight down
 * @param best the point of the highest F1 among all weights
 * @param precise for each precision wished the lowest weight that still gives it, where one does
 */
public record ThresholdCurve(
        long truePairs, long scoredPairs, long scoredTruePairs, List<Point> points, Point best, List<Precise> precise) {
    private static final int STEPS = 400;
    private static final double[] WISHED = {0.95, 0.99, 0.999};

    public ThresholdCurve {
        points = List.copyOf(points);
        precise = List.copyOf(precise);
    }

    /** What linking from one weight on gives. */
    public record Point(
            double weight,
            double precision,
            double recall,
            double f1,
            long truePositives,
            long falsePositives,
            long falseNegatives) {
        static Point of(double weight, long right, long wrong, long truePairs) {
            double precision = right + wrong == 0 ? 1 : (double) right / (right + wrong);
            double recall = truePairs == 0 ? 1 : (double) right / truePairs;
            double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            return new Point(weight, precision, recall, f1, right, wrong, truePairs - right);
        }
    }

    /** The lowest weight from which on a precision is reached. */
    public record Precise(double wished, Point point) {}

    /** @throws IllegalArgumentException if no pair was scored */
    public static ThresholdCurve of(Truth truth, WeighedPairs pairs) {
        if (pairs.size() == 0) {
            throw new IllegalArgumentException("No pair of records that the truth names was scored");
        }
        var weights = new double[][] {new double[pairs.size()], new double[pairs.size()]};
        var sizes = new int[2];
        pairs.each((left, right, weight) -> {
            int kind = truth.same(left, right) ? 1 : 0;
            weights[kind][sizes[kind]++] = weight + 0.0;
        });
        var wrong = Arrays.copyOf(weights[0], sizes[0]);
        var right = Arrays.copyOf(weights[1], sizes[1]);
        Arrays.parallelSort(wrong);
        Arrays.parallelSort(right);
        return sweep(truth.pairs(), right, wrong);
    }

    /** Goes down through all weights, the pairs of one weight at once. */
    private static ThresholdCurve sweep(long truePairs, double[] right, double[] wrong) {
        int r = right.length;
        int w = wrong.length;
        double least = Math.min(at(right, 0), at(wrong, 0));
        double step = Math.max(1e-9, (top(right, wrong, r, w) - least) / STEPS);
        double next = Double.POSITIVE_INFINITY;
        var points = new ArrayList<Point>();
        var best = Point.of(top(right, wrong, r, w), 0, 0, Math.max(1, truePairs));
        var precise = new @Nullable Precise[WISHED.length];
        while (r > 0 || w > 0) {
            double weight = top(right, wrong, r, w);
            r = below(right, r, weight);
            w = below(wrong, w, weight);
            var point = Point.of(weight, right.length - r, wrong.length - w, truePairs);
            best = point.f1() > best.f1() ? point : best;
            for (int i = 0; i < WISHED.length; i++) {
                precise[i] = point.precision() >= WISHED[i] ? new Precise(WISHED[i], point) : precise[i];
            }
            if (weight <= next || r == 0 && w == 0) {
                points.add(point);
                next = weight - step;
            }
        }
        return new ThresholdCurve(
                truePairs,
                (long) right.length + wrong.length,
                right.length,
                points,
                best,
                Arrays.stream(precise).filter(Objects::nonNull).toList());
    }

    private static double at(double[] sorted, int place) {
        return place < sorted.length ? sorted[place] : Double.POSITIVE_INFINITY;
    }

    private static double top(double[] right, double[] wrong, int r, int w) {
        double first = r > 0 ? right[r - 1] : Double.NEGATIVE_INFINITY;
        double second = w > 0 ? wrong[w - 1] : Double.NEGATIVE_INFINITY;
        return Math.max(first, second);
    }

    private static int below(double[] sorted, int from, double weight) {
        int i = from;
        while (i > 0 && sorted[i - 1] >= weight) {
            i--;
        }
        return i;
    }
}
