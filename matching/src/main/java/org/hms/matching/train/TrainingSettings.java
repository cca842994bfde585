package org.hms.matching.train;

/**
 * How a model is trained. The same settings and people give the same model, bit for bit, on any number of cores.
 *
 * @param seed draws the random pairs and the samples of large files
 * @param randomPairs how many pairs u is counted on; a file with fewer pairs is counted whole
 * @param blockedPairs how many of the pairs that blocking brings together are looked at, about; of a large file those of some
 *     records with all their neighbours
 * @param comparisonsOfARule how many pairs a blocking rule may make before it is known what it is worth
 * @param comparisons how many pairs all rules together may make, about; caps are lowered to what pays best
 * @param relatives how many pairs of relatives there are for each record, where the file does not show it
 * @param em when expectation maximisation stops
 * @param probabilityFloor the least m or u of any level, so that nothing is ever impossible or certain
 * @param statedRecall the share of true pairs that all blocking rules together are believed to find; the prior rests on it
 */
public record TrainingSettings(
        long seed,
        long randomPairs,
        long blockedPairs,
        long comparisonsOfARule,
        long comparisons,
        double relatives,
        Iterations em,
        double probabilityFloor,
        double statedRecall) {

    private static final long LEAST_COMPARISONS = 2_000_000;
    /** For each record. */
    private static final long COMPARISONS_OF_A_RULE = 4;

    private static final long COMPARISONS = 12;

    /** At most so many iterations, fewer when no probability moves by more than {@code convergence}. */
    public record Iterations(int most, double convergence) {
        public Iterations {
            if (most < 1 || !(convergence > 0)) {
                throw new IllegalArgumentException("There is an iteration at least, and a convergence above 0");
            }
        }
    }

    public TrainingSettings {
        if (randomPairs < 1 || blockedPairs < 1 || comparisonsOfARule < 1 || !(relatives >= 0)) {
            throw new IllegalArgumentException("There are pairs to train on");
        }
        if (!(probabilityFloor > 0 && probabilityFloor < 0.01) || !(statedRecall > 0 && statedRecall <= 1)) {
            throw new IllegalArgumentException(
                    "The floor lies above 0 and under 0.01, the recall above 0 and at most at 1");
        }
    }

    /** What Splink's users found to work: a million random pairs, at most 25 iterations, convergence at 1e-4. */
    public static TrainingSettings defaults(long seed, int records) {
        return new TrainingSettings(
                seed,
                1_000_000,
                2_000_000,
                Math.max(LEAST_COMPARISONS, COMPARISONS_OF_A_RULE * records),
                Math.max(2 * LEAST_COMPARISONS, COMPARISONS * records),
                0.5,
                new Iterations(25, 1e-4),
                1e-9,
                0.95);
    }
}
