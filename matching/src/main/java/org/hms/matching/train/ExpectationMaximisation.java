package org.hms.matching.train;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds m and the share of matches among the pairs that blocking brings together, u being known: Fellegi and Sunter's model,
 * Winkler's use of expectation maximisation. Works on patterns, so a million pairs cost milliseconds. The start model counts as
 * a few matches, so that a level nobody reaches keeps a probability.
 */
final class ExpectationMaximisation {
    private static final double START_COUNTS_AS = 10;
    private static final double LEAST_SHARE = 1e-15;

    private final Patterns patterns;
    private final Probabilities start;
    private final double allPairs;
    private final TrainingSettings settings;

    /** @param allPairs of which the patterns are those that blocking found */
    ExpectationMaximisation(Patterns patterns, Probabilities start, double allPairs, TrainingSettings settings) {
        this.patterns = patterns;
        this.start = start;
        this.allPairs = allPairs;
        this.settings = settings;
    }

    /** What the search came to, and how it went. */
    record Estimate(LatentClasses classes, double expectedMatches, boolean converged, List<Step> steps) {
        Estimate {
            steps = List.copyOf(steps);
        }
    }

    /** One iteration: the log-likelihood before it, and how far the most changed probability moved. */
    record Step(double logLikelihood, double change) {}

    Estimate from(LatentClasses begin) {
        var classes = begin;
        var steps = new ArrayList<Step>();
        boolean converged = false;
        double matches = 0;
        while (steps.size() < settings.em().most() && !converged) {
            var shares = classes.shares(patterns);
            var next = maximised(classes.m(), shares.match());
            matches = patterns.sum(shares.match());
            double share = Math.clamp(matches / allPairs / settings.statedRecall(), LEAST_SHARE, 0.5);
            double change = Math.max(next.distance(classes.m()), Math.abs(Math.log(share / classes.matches())) / 100);
            steps.add(new Step(shares.logLikelihood(), change));
            converged = change < settings.em().convergence();
            classes = classes.with(next, share);
        }
        return new Estimate(classes, matches, converged, steps);
    }

    private Probabilities maximised(Probabilities m, double[] match) {
        var next = m;
        for (int i = 0; i < m.comparisons(); i++) {
            double[] reached = patterns.reached(i, m.levels(i), match);
            for (int level = 0; level < reached.length; level++) {
                reached[level] += START_COUNTS_AS * start.of(i, level);
            }
            next = next.with(i, reached);
        }
        return next.floored(settings.probabilityFloor());
    }
}
