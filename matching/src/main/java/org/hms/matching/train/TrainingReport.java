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
        List<PassReport> passes,
        List<NamesReport> names,
        List<String> warnings) {

    /**
     * @param allPairs pairs that the people make
     * @param randomPairs pairs drawn from all, on which u of the surnames was counted
     * @param namesakePairs pairs drawn from those who share their surnames, on which u of the rest was counted
     * @param passPeople people whom the blocking passes looked at
     */
    public record Sizes(long people, long allPairs, long randomPairs, long namesakePairs, long passPeople) {}

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
     * @param matches how many matches EM expects to have reached it, over all passes
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
     * One blocking rule's pass.
     *
     * @param share of its pairs that EM takes for matches
     * @param note why its estimates did not enter the model; empty if they did
     */
    public record PassReport(
            String rule,
            List<String> leftOut,
            PassPairs pairs,
            double share,
            Convergence convergence,
            List<PassLevel> levels,
            String note) {
        public PassReport {
            leftOut = List.copyOf(leftOut);
            levels = List.copyOf(levels);
        }

        public boolean used() {
            return note.isEmpty();
        }
    }

    /** @param closedBlocks blocks above the rule's cap, which were not opened */
    public record PassPairs(long inBlocks, double compared, int closedBlocks) {}

    /** The log-likelihood and the largest move of a probability, iteration by iteration. */
    public record Convergence(boolean converged, List<Double> logLikelihood, List<Double> change) {
        public Convergence {
            logLikelihood = List.copyOf(logLikelihood);
            change = List.copyOf(change);
        }
    }

    /** What one pass found for one level. */
    public record PassLevel(String comparison, String level, double m, double matches) {}

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
        passes = List.copyOf(passes);
        names = List.copyOf(names);
        warnings = List.copyOf(warnings);
    }
}
