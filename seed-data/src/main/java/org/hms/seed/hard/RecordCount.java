package org.hms.seed.hard;

import java.util.random.RandomGenerator;

/**
 * How many records one person has: mostly one, one and a half on average, twenty at most. Some families are treated all
 * the time, so that large groups of records have large groups of relatives beside them.
 */
final class RecordCount {

    static final int MOST = 20;

    private static final double FREQUENT_FAMILIES = 0.05;
    private static final double[] ORDINARY = weights(0.67, 0.256, 0.05, 0.02, 0.004);
    private static final double[] FREQUENT = weights(0.36, 0.17, 0.09, 0.06, 0.32);

    private final double[] weights;

    private RecordCount(double[] weights) {
        this.weights = weights;
    }

    static RecordCount ofFamily(RandomGenerator random) {
        return new RecordCount(random.nextDouble() < FREQUENT_FAMILIES ? FREQUENT : ORDINARY);
    }

    /** Whether the family is treated all the time. */
    boolean frequent() {
        return weights == FREQUENT;
    }

    int draw(RandomGenerator random) {
        var point = random.nextDouble();
        var count = 1;
        while (count < MOST && point >= weights[count]) {
            point -= weights[count++];
        }
        return count;
    }

    /** Stated up to four; more share the rest, the fewer for the larger number. */
    private static double[] weights(double one, double two, double three, double four, double more) {
        var weights = new double[MOST + 1];
        weights[1] = one;
        weights[2] = two;
        weights[3] = three;
        weights[4] = four;
        var sum = 0.0;
        for (int count = 5; count <= MOST; count++) {
            sum += 1.0 / count;
        }
        for (int count = 5; count <= MOST; count++) {
            weights[count] = more / (count * sum);
        }
        return weights;
    }
}
