package org.hms.matching.evaluate;

import java.util.Arrays;

/** Pairs that were decided wrongly, the plainest mistakes first. */
public final class Mistakes {
    private final int[] one;
    private final int[] other;
    private final double[] weights;

    private Mistakes(int[] one, int[] other, double[] weights) {
        this.one = one;
        this.other = other;
        this.weights = weights;
    }

    /** Two people's records that were scored and linked, the heaviest first. */
    public static Mistakes falsePositives(Truth truth, WeighedPairs pairs, Linked decision) {
        var found = new Gathered();
        for (boolean counted : new boolean[] {false, true}) {
            found = counted ? found.withRoom() : found;
            var room = found;
            pairs.each((left, right, weight) -> {
                if (!truth.same(left, right) && decision.linked(left, right, weight)) {
                    room.add(left, right, weight, -weight);
                }
            });
        }
        return found.sorted();
    }

    /** One person's records that were not linked: those scored by weight, the lightest first, then those never scored. */
    public static Mistakes falseNegatives(Truth truth, WeighedPairs pairs, Linked decision) {
        var found = new Gathered();
        for (boolean counted : new boolean[] {false, true}) {
            found = counted ? found.withRoom() : found;
            var room = found;
            truth.each((left, right) -> {
                double weight = pairs.weight(left, right);
                if (!decision.linked(left, right, weight)) {
                    room.add(left, right, weight, Double.isNaN(weight) ? Double.POSITIVE_INFINITY : weight);
                }
            });
        }
        return found.sorted();
    }

    public int size() {
        return weights.length;
    }

    /** A mistake; the weight is not a number where the pair was never scored. */
    @FunctionalInterface
    public interface Mistake {
        void of(String one, String other, double weight);
    }

    public void each(Truth truth, Mistake seen) {
        for (int i = 0; i < weights.length; i++) {
            seen.of(truth.id(one[i]), truth.id(other[i]), weights[i]);
        }
    }

    /** Counts at first, and then, with room for as many, keeps. */
    private record Gathered(int[] size, int[] one, int[] other, double[] weights, long[] order) {
        Gathered() {
            this(new int[1], new int[0], new int[0], new double[0], new long[0]);
        }

        Gathered withRoom() {
            int all = size[0];
            return new Gathered(new int[1], new int[all], new int[all], new double[all], new long[all]);
        }

        void add(int left, int right, double weight, double rank) {
            int at = size[0]++;
            if (at < order.length) {
                one[at] = left;
                other[at] = right;
                weights[at] = weight;
                order[at] = sortable(rank) << 32 | at;
            }
        }

        /** A number that lies as the rank lies among others. */
        private static long sortable(double rank) {
            int bits = Float.floatToIntBits((float) rank);
            return bits ^ (bits >> 31 & Integer.MAX_VALUE);
        }

        Mistakes sorted() {
            Arrays.parallelSort(order);
            var sorted = new Mistakes(new int[order.length], new int[order.length], new double[order.length]);
            for (int i = 0; i < order.length; i++) {
                int at = (int) order[i];
                sorted.one[i] = one[at];
                sorted.other[i] = other[at];
                sorted.weights[i] = weights[at];
            }
            return sorted;
        }
    }
}
