package org.hms.matching.train;

/**
 * How a model is trained. The same settings and people give the same model, bit for bit, on any number of cores.
 *
 * @param seed draws the random pairs and the samples of large files
 * @param randomPairs how many pairs u is counted on; a file with fewer pairs is counted whole
 * @param pairsPerPass how many pairs of one blocking pass are compared; of more a share is drawn
 * @param people how many people of a large file the passes look at; the rest serve u and the names only
 * @param em when expectation maximisation stops
 * @param probabilityFloor the least m or u of any level, so that nothing is ever impossible or certain
 * @param statedRecall the share of true pairs that all blocking rules together are believed to find; the prior rests on it
 */
public record TrainingSettings(
        long seed,
        long randomPairs,
        long pairsPerPass,
        int people,
        Iterations em,
        double probabilityFloor,
        double statedRecall) {

    /** At most so many iterations, fewer when no probability moves by more than {@code convergence}. */
    public record Iterations(int most, double convergence) {
        public Iterations {
            if (most < 1 || !(convergence > 0)) {
                throw new IllegalArgumentException("There is an iteration at least, and a convergence above 0");
            }
        }
    }

    public TrainingSettings {
        if (randomPairs < 1 || pairsPerPass < 1 || people < 2) {
            throw new IllegalArgumentException("There are pairs to train on");
        }
        if (!(probabilityFloor > 0 && probabilityFloor < 0.01) || !(statedRecall > 0 && statedRecall <= 1)) {
            throw new IllegalArgumentException(
                    "The floor lies above 0 and under 0.01, the recall above 0 and at most at 1");
        }
    }

    /** What Splink's users found to work: a million random pairs, at most 25 iterations, convergence at 1e-4. */
    public static TrainingSettings defaults(long seed) {
        return new TrainingSettings(seed, 1_000_000, 200_000, 250_000, new Iterations(25, 1e-4), 1e-6, 0.95);
    }
}
