package org.hms.matching.train;

import java.util.Arrays;

/**
 * Three kinds of pairs: of one person, of two relatives, of two strangers. Relatives agree in each attribute as one person
 * does in some share of cases, stated by the model, and as strangers do in the others.
 *
 * @param m of one person's pairs
 * @param u of strangers' pairs
 * @param kin by comparison, the share in which relatives are like one person
 * @param matches share of one person's pairs in all pairs
 * @param relatives share of relatives' pairs in all pairs
 */
record LatentClasses(Probabilities m, Probabilities u, double[] kin, double matches, double relatives) {

    /** The chance of each class given the pattern, and the likelihood of what was seen. */
    record Shares(double[] match, double[] stranger, double logLikelihood) {}

    Shares shares(Patterns patterns) {
        var match = new double[patterns.size()];
        var stranger = new double[patterns.size()];
        double[][] logM = logs((i, level) -> m.of(i, level));
        double[][] logU = logs((i, level) -> u.of(i, level));
        double[][] logR = logs(this::relativesReach);
        double logLikelihood = 0;
        for (int row = 0; row < patterns.size(); row++) {
            byte[] levels = patterns.levels()[row];
            double a = Math.log(matches) + sum(logM, levels);
            double b = Math.log(1 - matches - relatives) + sum(logU, levels);
            double c = relatives == 0 ? Double.NEGATIVE_INFINITY : Math.log(relatives) + sum(logR, levels);
            double most = Math.max(a, Math.max(b, c));
            double total = Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most);
            match[row] = Math.exp(a - most) / total;
            stranger[row] = Math.exp(b - most) / total;
            logLikelihood += patterns.counts()[row] * (most + Math.log(total));
        }
        return new Shares(match, stranger, logLikelihood);
    }

    /** How often relatives reach a level. */
    double relativesReach(int comparison, int level) {
        return kin[comparison] * m.of(comparison, level) + (1 - kin[comparison]) * u.of(comparison, level);
    }

    private interface Probability {
        double of(int comparison, int level);
    }

    private double[][] logs(Probability probability) {
        var logs = new double[m.comparisons()][];
        for (int i = 0; i < logs.length; i++) {
            int comparison = i;
            logs[i] = new double[m.levels(i)];
            Arrays.setAll(logs[i], level -> Math.log(probability.of(comparison, level)));
        }
        return logs;
    }

    private static double sum(double[][] logs, byte[] levels) {
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            sum += levels[i] < 0 ? 0 : logs[i][levels[i]];
        }
        return sum;
    }

    LatentClasses with(Probabilities nextM, double nextMatches) {
        return new LatentClasses(nextM, u, kin, nextMatches, relatives);
    }

    LatentClasses withU(Probabilities nextU) {
        return new LatentClasses(m, nextU, kin, matches, relatives);
    }

    LatentClasses withRelatives(double share) {
        return new LatentClasses(m, u, kin, matches, share);
    }
}
