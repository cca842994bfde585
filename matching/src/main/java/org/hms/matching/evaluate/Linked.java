package org.hms.matching.evaluate;

/** What was decided of two records. */
@FunctionalInterface
public interface Linked {

    /** @param weight in bits; not a number when the pair was never scored */
    boolean linked(int one, int other, double weight);

    /** Whoever reaches the weight is one person. */
    static Linked from(double least) {
        return (one, other, weight) -> weight >= least;
    }

    /** Whoever is in one cluster is one person. */
    static Linked within(int[] clusterOf) {
        return (one, other, weight) -> clusterOf[one] == clusterOf[other];
    }
}
