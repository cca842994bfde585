package org.hms.benchmarks.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The m- and u-probabilities of all levels; u is sampled, m is learned by expectation and maximisation with u fixed. */
final class Parameters {

    /** How often a combination of levels occurs among the pairs of a training block. */
    record Pattern(List<Integer> levels, long count) {
        Pattern {
            levels = List.copyOf(levels);
        }
    }

    private static final double FLOOR = 1e-6;
    private static final double CONVERGED = 1e-4;
    private static final int ITERATIONS = 25;

    private final List<double[]> u = new ArrayList<>();
    private final List<List<double[]>> learned = new ArrayList<>();

    Parameters(List<Pattern> random) {
        for (int i = 0; i < Comparison.ALL.size(); i++) {
            var counts = new double[Comparison.ALL.get(i).size()];
            for (var pattern : random) {
                var level = pattern.levels().get(i);
                if (level >= 0) {
                    counts[level] += pattern.count();
                }
            }
            u.add(normalised(counts));
            learned.add(new ArrayList<>());
        }
    }

    /** Learns m of all comparisons but those that the block holds fixed. */
    void learn(List<Pattern> patterns, List<String> fixed) {
        var free = new ArrayList<Integer>();
        var m = new ArrayList<double[]>();
        for (int i = 0; i < Comparison.ALL.size(); i++) {
            if (!fixed.contains(Comparison.ALL.get(i).column())) {
                free.add(i);
            }
            m.add(start(u.get(i).length));
        }
        var prior = 0.3;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            var next = new ArrayList<double[]>();
            m.forEach(levels -> next.add(new double[levels.length]));
            prior = expect(patterns, free, m, next, prior);
            var change = 0.0;
            for (var i : free) {
                var levels = normalised(next.get(i));
                for (int level = 0; level < levels.length; level++) {
                    change = Math.max(change, Math.abs(levels[level] - m.get(i)[level]));
                }
                m.set(i, levels);
            }
            if (change < CONVERGED) {
                break;
            }
        }
        free.forEach(i -> learned.get(i).add(m.get(i)));
    }

    double weight(int comparison, int level) {
        return Math.log(m(comparison, level) / u(comparison, level)) / Math.log(2);
    }

    double u(int comparison, int level) {
        return u.get(comparison)[level];
    }

    /** The mean of what the passes found. */
    double m(int comparison, int level) {
        return learned.get(comparison).stream()
                .mapToDouble(levels -> levels[level])
                .average()
                .orElse(u(comparison, level));
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int i = 0; i < Comparison.ALL.size(); i++) {
            text.append("  ").append(Comparison.ALL.get(i).column());
            for (int level = 0; level < Comparison.ALL.get(i).size(); level++) {
                text.append(String.format("  m %.4f u %.6f", m(i, level), u(i, level)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private double expect(
            List<Pattern> patterns, List<Integer> free, List<double[]> m, List<double[]> next, double prior) {
        var matches = 0.0;
        var all = 0.0;
        for (var pattern : patterns) {
            var odds = prior / (1 - prior);
            for (var i : free) {
                var level = pattern.levels().get(i);
                odds *= level < 0 ? 1 : m.get(i)[level] / u.get(i)[level];
            }
            var expected = odds / (1 + odds) * pattern.count();
            for (var i : free) {
                var level = pattern.levels().get(i);
                if (level >= 0) {
                    next.get(i)[level] += expected;
                }
            }
            matches += expected;
            all += pattern.count();
        }
        return Math.clamp(matches / all, FLOOR, 1 - FLOOR);
    }

    private static double[] start(int levels) {
        var m = new double[levels];
        Arrays.fill(m, 0.1 / Math.max(1, levels - 1));
        m[0] = 0.9;
        return m;
    }

    private static double[] normalised(double[] counts) {
        var sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts)
                .map(count -> Math.max(FLOOR, count / Math.max(1, sum)))
                .toArray();
    }
}
