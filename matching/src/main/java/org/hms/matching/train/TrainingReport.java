package org.hms.matching.train;

import java.util.List;

/**
 * What training did and how far to trust it.
 *
 * @param startModel version and hash of the model that training began with
 * @param warnings sentences on what was not learned, for whoever signs the model
 */
public record TrainingReport(
        String startModel,
        Sizes sizes,
        PriorReport prior,
        List<ComparisonReport> comparisons,
        List<RoundReport> rounds,
        List<NamesReport> names,
        List<String> warnings) {

    /**
     * @param allPairs pairs that the people make
     * @param randomPairs pairs drawn from all, on which u was counted
     * @param blockedPairs pairs that blocking brought together, on which m was found
     * @param records whose neighbours these pairs are
     */
    public record Sizes(long people, long allPairs, long randomPairs, long blockedPairs, long records) {}

    /**
     * @param probability that two random records are one person
     * @param expectedMatches sum of the match probabilities of all pairs that the blocking rules bring together
     * @param statedRecall the share of true pairs that the rules are believed to find: stated, not measured
     */
    public record PriorReport(double probability, double start, double expectedMatches, double statedRecall) {}

    /** @param trained false when the file lacks the field: the start model's values stand */
    public record ComparisonReport(String name, boolean trained, double observedShare, List<LevelReport> levels) {
        public ComparisonReport {
            levels = List.copyOf(levels);
        }
    }

    /**
     * @param drawnPairs how many of the pairs drawn for u reached the level
     * @param matches how many matches EM expects to have reached it, in the last round
     */
    public record LevelReport(
            String name, double m, double u, double startM, double startU, double drawnPairs, double matches) {

        /** log2(m/u), in bits. */
        public double weight() {
            return Math.log(m / u) / Math.log(2);
        }

        public double startWeight() {
            return Math.log(startM / startU) / Math.log(2);
        }
    }

    /**
     * One round: u counted among those pairs that are not of one person, then m found with u fixed.
     *
     * @param matches how many of the blocked pairs are of one person
     */
    public record RoundReport(int round, double matches, Convergence convergence, List<RoundLevel> levels) {
        public RoundReport {
            levels = List.copyOf(levels);
        }
    }

    /** The log-likelihood and the largest move of a probability, iteration by iteration. */
    public record Convergence(boolean converged, List<Double> logLikelihood, List<Double> change) {
        public Convergence {
            logLikelihood = List.copyOf(logLikelihood);
            change = List.copyOf(change);
        }
    }

    /** What one round found for one level. */
    public record RoundLevel(String comparison, String level, double m, double u) {}

    /** How names were counted, and the most common ones. */
    public record NamesReport(
            String comparison, long fileNames, double nationalWeight, double collision, List<NameShare> mostCommon) {
        public NamesReport {
            mostCommon = List.copyOf(mostCommon);
        }
    }

    /** @param bits how much rarer (positive) than the usual agreement this name's is */
    public record NameShare(String name, double share, double bits) {}

    public TrainingReport {
        comparisons = List.copyOf(comparisons);
        rounds = List.copyOf(rounds);
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
    }
}
