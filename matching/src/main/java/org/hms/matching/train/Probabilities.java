package org.hms.matching.train;

import java.util.Arrays;
import java.util.List;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.ComparisonLevel;

/** m or u of every level of every comparison; each comparison's sum to 1. Not changed once made. */
final class Probabilities {
    private final double[][] values;

    Probabilities(double[][] values) {
        this.values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    static Probabilities mOf(List<Comparison<?>> comparisons) {
        return new Probabilities(comparisons.stream()
                .map(comparison -> normalised(comparison.levels().stream()
                        .mapToDouble(ComparisonLevel::m)
                        .toArray()))
                .toArray(double[][]::new));
    }

    static Probabilities uOf(List<Comparison<?>> comparisons) {
        return new Probabilities(comparisons.stream()
                .map(comparison -> normalised(comparison.levels().stream()
                        .mapToDouble(ComparisonLevel::u)
                        .toArray()))
                .toArray(double[][]::new));
    }

    int comparisons() {
        return values.length;
    }

    int levels(int comparison) {
        return values[comparison].length;
    }

    double of(int comparison, int level) {
        return values[comparison][level];
    }

    double[] of(int comparison) {
        return values[comparison].clone();
    }

    /** The same with other values in one place, made to sum to 1. */
    Probabilities with(int comparison, double[] levels) {
        var changed = new Probabilities(values);
        changed.values[comparison] = normalised(levels);
        return changed;
    }

    /** How far the two lie apart where they differ most. */
    double distance(Probabilities other) {
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            for (int level = 0; level < values[i].length; level++) {
                most = Math.max(most, Math.abs(values[i][level] - other.values[i][level]));
            }
        }
        return most;
    }

    /** None under the floor: what lies there is lifted to it, and the others give way in proportion. */
    Probabilities floored(double floor) {
        return new Probabilities(
                Arrays.stream(values).map(levels -> floored(levels, floor)).toArray(double[][]::new));
    }

    private static double[] floored(double[] levels, double floor) {
        var low = new boolean[levels.length];
        var result = levels.clone();
        // Giving way may push another level under the floor; it ends after as many rounds as there are levels.
        for (int round = 0; round < levels.length; round++) {
            double high = 0;
            int lifted = 0;
            for (int i = 0; i < levels.length; i++) {
                low[i] |= result[i] <= floor;
                high += low[i] ? 0 : levels[i];
                lifted += low[i] ? 1 : 0;
            }
            for (int i = 0; i < levels.length; i++) {
                result[i] = low[i] ? floor : levels[i] / high * (1 - lifted * floor);
            }
        }
        return result;
    }

    static double[] normalised(double[] levels) {
        double sum = Arrays.stream(levels).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("Levels without any probability cannot be made to sum to 1");
        }
        return Arrays.stream(levels).map(level -> level / sum).toArray();
    }
}
