package org.hms.matching.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds m and the share of matches among the pairs of one blocking pass, u being known: Fellegi and Sunter's model,
 * Winkler's use of expectation maximisation. Works on patterns, so a million pairs cost milliseconds.
 */
final class ExpectationMaximisation {
    private static final double FIRST_SHARE = 0.3;
    private static final double LEAST_SHARE = 1e-9;

    private final Patterns patterns;
    private final Probabilities u;
    private final boolean[] used;
    private final TrainingSettings.Iterations settings;

    ExpectationMaximisation(Patterns patterns, Probabilities u, boolean[] used, TrainingSettings.Iterations settings) {
        this.patterns = patterns;
        this.u = u;
        this.used = used.clone();
        this.settings = settings;
    }

    /** What a pass came to: the estimates, the matches each level was seen in, and how the search went. */
    record Estimate(
            Probabilities m, double share, List<List<Double>> matchesByLevel, boolean converged, List<Step> steps) {
        Estimate {
            matchesByLevel = matchesByLevel.stream().map(List::copyOf).toList();
            steps = List.copyOf(steps);
        }
    }

    /** One iteration: the log-likelihood before it, and how far the most changed probability moved. */
    record Step(double logLikelihood, double change) {}

    Estimate from(Probabilities start) {
        var m = start;
        double share = FIRST_SHARE;
        var steps = new ArrayList<Step>();
        boolean converged = false;
        while (steps.size() < settings.most() && !converged) {
            var posterior = new Posterior(m, u, used);
            double[][] likelihoods = posterior.likelihoods(patterns);
            double before = posterior.logLikelihood(patterns, share, likelihoods);
            double[] matches = posterior.of(patterns, share, likelihoods);
            var next = maximised(m, matches);
            double nextShare = shareOf(matches);
            double change = Math.max(next.distance(m), Math.abs(nextShare - share));
            steps.add(new Step(before, change));
            converged = change < settings.convergence();
            m = next;
            share = nextShare;
        }
        return new Estimate(m, share, matchesByLevel(new Posterior(m, u, used).of(patterns, share)), converged, steps);
    }

    private Probabilities maximised(Probabilities m, double[] matches) {
        var next = m;
        for (int i = 0; i < used.length; i++) {
            double[] levels = levelsOf(i, matches);
            if (used[i] && Arrays.stream(levels).sum() > 0) {
                next = next.with(i, levels);
            }
        }
        return next;
    }

    private double shareOf(double[] matches) {
        double sum = 0;
        for (int row = 0; row < matches.length; row++) {
            sum += patterns.count(row) * matches[row];
        }
        return Math.clamp(sum / Math.max(patterns.total(), 1), LEAST_SHARE, 1 - LEAST_SHARE);
    }

    private List<List<Double>> matchesByLevel(double[] matches) {
        var all = new ArrayList<List<Double>>();
        for (int i = 0; i < used.length; i++) {
            all.add(Arrays.stream(levelsOf(i, matches)).boxed().toList());
        }
        return all;
    }

    private double[] levelsOf(int comparison, double[] matches) {
        return patterns.levelCounts(comparison, u.levels(comparison), matches);
    }
}
