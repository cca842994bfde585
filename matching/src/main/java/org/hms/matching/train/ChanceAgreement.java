package org.hms.matching.train;

import org.hms.matching.score.MatchModel;

/**
 * u: how often strangers agree. Counted on pairs drawn by chance, less those that are one person, whom a small file's sample
 * holds enough of to mislead. What is too rare to be drawn, such as two people under one number, is counted among the strangers
 * that blocking brought together, who are among all.
 */
final class ChanceAgreement {
    /** The start model counts as this share of the pairs drawn. */
    private static final double START_COUNTS_AS = 0.02;
    /** So many pairs drawn are enough to count by. */
    private static final double ENOUGH = 100;

    private final Probabilities start;
    private final TrainingSettings settings;
    private final Patterns drawn;
    private final Patterns blocked;
    private final double allPairs;

    ChanceAgreement(MatchModel start, TrainingSettings settings, Patterns drawn, Patterns blocked, double allPairs) {
        this.start = Probabilities.uOf(start.comparisons());
        this.settings = settings;
        this.drawn = drawn;
        this.blocked = blocked;
        this.allPairs = allPairs;
    }

    Probabilities u(LatentClasses classes) {
        double[] strangersDrawn = classes.shares(drawn).stranger();
        double[] strangersBlocked = classes.shares(blocked).stranger();
        double sample = drawn.total();
        var u = start;
        for (int i = 0; i < start.comparisons(); i++) {
            double[] reached = drawn.reached(i, start.levels(i), strangersDrawn);
            double[] met = blocked.reached(i, start.levels(i), strangersBlocked);
            for (int level = 0; level < reached.length; level++) {
                if (reached[level] < ENOUGH) {
                    reached[level] = Math.max(reached[level], met[level] / allPairs * sample);
                    reached[level] += START_COUNTS_AS * sample * start.of(i, level) * (1 - reached[level] / ENOUGH);
                }
            }
            u = u.with(i, reached);
        }
        return u.floored(settings.probabilityFloor());
    }
}
