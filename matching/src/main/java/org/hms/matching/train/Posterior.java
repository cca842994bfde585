package org.hms.matching.train;

import java.util.Arrays;

/** How likely each row of patterns is one person, by Bayes under independent comparisons; missing ones say nothing. */
final class Posterior {
    private final double[][] logM;
    private final double[][] logU;
    private final boolean[] used;

    /** @param used the comparisons that may speak; those the pass was blocked on may not */
    Posterior(Probabilities m, Probabilities u, boolean[] used) {
        this.logM = logs(m);
        this.logU = logs(u);
        this.used = used.clone();
    }

    /** Of each row, for this share of matches among all pairs. */
    double[] of(Patterns patterns, double share) {
        return of(patterns, share, likelihoods(patterns));
    }

    /** For each row the log of m over u, then of u: what the two below are made of. */
    double[][] likelihoods(Patterns patterns) {
        var logs = new double[2][patterns.size()];
        for (int row = 0; row < patterns.size(); row++) {
            double m = 0;
            double u = 0;
            for (int i = 0; i < used.length; i++) {
                int level = used[i] ? patterns.level(row, i) : Patterns.MISSING;
                if (level != Patterns.MISSING) {
                    m += logM[i][level];
                    u += logU[i][level];
                }
            }
            logs[0][row] = m - u;
            logs[1][row] = u;
        }
        return logs;
    }

    double[] of(Patterns patterns, double share, double[][] likelihoods) {
        double[] posterior = new double[patterns.size()];
        for (int row = 0; row < posterior.length; row++) {
            posterior[row] = 1 / (1 + (1 - share) / share * Math.exp(-likelihoods[0][row]));
        }
        return posterior;
    }

    /** Sum over all pairs of the log of how likely their pattern is. */
    double logLikelihood(Patterns patterns, double share, double[][] likelihoods) {
        double sum = 0;
        for (int row = 0; row < patterns.size(); row++) {
            double mixed = Math.log(share * Math.exp(likelihoods[0][row]) + (1 - share));
            sum += patterns.count(row) * (likelihoods[1][row] + mixed);
        }
        return sum;
    }

    private static double[][] logs(Probabilities probabilities) {
        var logs = new double[probabilities.comparisons()][];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Arrays.stream(probabilities.of(i))
                    .map(probability -> Math.log(Math.max(probability, Double.MIN_NORMAL)))
                    .toArray();
        }
        return logs;
    }
}
