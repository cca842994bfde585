package org.hms.matching.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hms.matching.score.MatchModel;

/** What is known after a round of training: m, u, the prior, and what each pass came to. */
final class Learned {
    private static final double LEAST_PRIOR = 1e-12;
    private static final int PRIOR_ITERATIONS = 50;
    /** A pass with fewer matches teaches nothing. */
    static final double FEWEST_MATCHES = 5;

    private final Probabilities m;
    private final Probabilities u;
    private final double prior;
    private final List<ExpectationMaximisation.Estimate> estimates;
    private final boolean[] trained;
    private final double expectedMatches;

    private Learned(
            Probabilities m,
            Probabilities u,
            double prior,
            List<ExpectationMaximisation.Estimate> estimates,
            boolean[] trained,
            double expectedMatches) {
        this.m = m;
        this.u = u;
        this.prior = prior;
        this.estimates = estimates;
        this.trained = trained;
        this.expectedMatches = expectedMatches;
    }

    static Learned from(MatchModel start) {
        var comparisons = start.comparisons();
        return new Learned(
                Probabilities.mOf(comparisons),
                Probabilities.uOf(comparisons),
                start.priorProbability(),
                List.of(),
                new boolean[comparisons.size()],
                0);
    }

    Learned next(Drawn drawn, List<BlockingPass> passes, long allPairs, TrainingSettings settings) {
        var nextU = u(drawn).floored(settings.probabilityFloor());
        var estimated = passes.parallelStream()
                .map(pass -> new ExpectationMaximisation(
                                pass.patterns(), nextU, pass.used().comparisons(), settings.em())
                        .from(m))
                .toList();
        var learnedComparisons = new boolean[m.comparisons()];
        var nextM = m(estimated, passes, learnedComparisons).floored(settings.probabilityFloor());
        double recalled = settings.statedRecall() * allPairs;
        double share = Math.max(prior, LEAST_PRIOR);
        double matches = 0;
        var found = fresh(passes);
        var posterior = new Posterior(nextM, nextU, all());
        double[][] likelihoods = posterior.likelihoods(found);
        for (int i = 0; i < PRIOR_ITERATIONS; i++) {
            matches = found.sum(posterior.of(found, share, likelihoods));
            share = Math.clamp(matches / recalled, LEAST_PRIOR, 0.5);
        }
        return new Learned(nextM, nextU, share, estimated, learnedComparisons, matches);
    }

    /** u among the pairs drawn, less those that are one person: a small file's sample holds enough of them to mislead. */
    private Probabilities u(Drawn drawn) {
        var next = u;
        double[] random = strangers(drawn.random());
        double[] namesakes = strangers(drawn.namesakes());
        for (int i = 0; i < u.comparisons(); i++) {
            double[] levels = drawn.levels(i, u.levels(i), random, namesakes);
            if (Arrays.stream(levels).sum() > 0) {
                next = next.with(i, levels);
            }
        }
        return next;
    }

    private double[] strangers(Patterns patterns) {
        return Arrays.stream(new Posterior(m, u, all()).of(patterns, prior))
                .map(match -> 1 - match)
                .toArray();
    }

    /** The passes' estimates averaged, each by the matches it saw; a comparison is trained when some pass saw matches. */
    private Probabilities m(
            List<ExpectationMaximisation.Estimate> found, List<BlockingPass> passes, boolean[] learned) {
        var next = m;
        for (int i = 0; i < m.comparisons(); i++) {
            double[] levels = new double[m.levels(i)];
            for (int pass = 0; pass < found.size(); pass++) {
                var matches = found.get(pass).matchesByLevel().get(i);
                double sum = matches.stream().mapToDouble(Double::doubleValue).sum();
                if (passes.get(pass).used().is(i) && sum >= FEWEST_MATCHES) {
                    for (int level = 0; level < levels.length; level++) {
                        levels[level] += matches.get(level);
                    }
                }
            }
            learned[i] = Arrays.stream(levels).sum() > 0;
            next = learned[i] ? next.with(i, levels) : next;
        }
        return next;
    }

    /** The pairs that the rules bring together, each once. */
    private static Patterns fresh(List<BlockingPass> passes) {
        var all = new PatternCounts();
        for (var pass : passes) {
            for (int row = 0; row < pass.fresh().size(); row++) {
                all.add(pass.fresh().pattern(row), pass.fresh().count(row));
            }
        }
        return all.toPatterns();
    }

    private boolean[] all() {
        var all = new boolean[m.comparisons()];
        Arrays.fill(all, true);
        return all;
    }

    Probabilities m() {
        return m;
    }

    Probabilities u() {
        return u;
    }

    /** That two random records are one person. */
    double prior() {
        return prior;
    }

    /** The sum of the match probabilities over all pairs that the rules bring together. */
    double expectedMatches() {
        return expectedMatches;
    }

    boolean trained(int comparison) {
        return trained[comparison];
    }

    List<ExpectationMaximisation.Estimate> estimates() {
        return new ArrayList<>(estimates);
    }
}
