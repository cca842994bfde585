package org.hms.matching.privacy.link;

import java.util.SplittableRandom;
import org.hms.matching.privacy.EncodedPeople;
import org.hms.matching.privacy.EncodingSchema;
import org.hms.matching.privacy.Hardener;

/**
 * Makes of the Dice coefficient of two hardened filters the share of what the two people have in common, of the features
 * that both fill. Which Dice coefficient a share leads to depends on how full filters are and on the hardening; it is drawn
 * from random filters of the schema, so that similarities of all schemas stand on one scale.
 */
final class SimilarityScale {
    /** What neither speaks for one person nor for two; missing features draw a similarity towards it. */
    private static final double NEUTRAL = 0.6;

    private static final int LEVELS = 16;
    private static final int SHARES = 20;
    private static final int DRAWS = 24;
    private static final int CELLS = 1024;

    private final EncodingSchema schema;
    private final int fullest;
    private final int[] weights;
    private final double most;
    private final float[][] shareOfDice;

    /** @param features a mask of those which both files have; the others speak for nothing */
    SimilarityScale(EncodingSchema schema, int features) {
        this.schema = schema;
        this.fullest = Math.max(1, schema.weight(schema.everyFeature()));
        this.most = Math.max(1, schema.weight(features));
        this.weights = weights(schema);
        shareOfDice = new float[LEVELS + 1][];
        var hardener = Hardener.ofZeros(schema);
        for (int level = 1; level <= LEVELS; level++) {
            shareOfDice[level] = inverse(curve(hardener, fullest * level / LEVELS, level));
        }
        shareOfDice[0] = shareOfDice[1];
    }

    /** The features whose bits a mask of eight holds, for each eight features of the schema. */
    private static int[] weights(EncodingSchema schema) {
        var weights = new int[4 << 8];
        for (int part = 0; part < 4; part++) {
            for (int mask = 0; mask < 256; mask++) {
                weights[part << 8 | mask] = schema.weight(mask << 8 * part);
            }
        }
        return weights;
    }

    private int weight(int mask) {
        return weights[mask & 0xff]
                + weights[0x100 | mask >>> 8 & 0xff]
                + weights[0x200 | mask >>> 16 & 0xff]
                + weights[0x300 | mask >>> 24];
    }

    double similarity(EncodedPeople left, int record, EncodedPeople right, int other) {
        int both = weight(left.known(record) & right.known(other));
        int all = weight(left.known(record)) + weight(right.known(other));
        if (both == 0) {
            return 0;
        }
        var dice = left.dice(record, right, other);
        double position = all * (double) LEVELS / 2 / fullest;
        int level = Math.min(LEVELS - 1, (int) position);
        int cell = (int) (dice * CELLS);
        double share = shareOfDice[level][cell]
                + (position - level) * (shareOfDice[level + 1][cell] - shareOfDice[level][cell]);
        double agreement = Math.min(1, share * all / (2.0 * both));
        return NEUTRAL + Math.min(1, both / most) * (agreement - NEUTRAL);
    }

    /** The mean Dice coefficient of two hardened filters for each share of positions drawn in common. */
    private double[] curve(Hardener hardener, int positions, int seed) {
        var random = new SplittableRandom(seed);
        var curve = new double[SHARES + 1];
        for (int share = 0; share <= SHARES; share++) {
            for (int draw = 0; draw < DRAWS; draw++) {
                var left = new long[schema.bits() / Long.SIZE];
                draw(left, positions * share / SHARES, random);
                var right = left.clone();
                draw(left, positions - positions * share / SHARES, random);
                draw(right, positions - positions * share / SHARES, random);
                curve[share] +=
                        dice(hardener.harden(left, "left" + draw), hardener.harden(right, "right" + draw)) / DRAWS;
            }
            if (share > 0) {
                curve[share] = Math.max(curve[share], curve[share - 1] + 1e-9);
            }
        }
        return curve;
    }

    private static void draw(long[] filter, int positions, SplittableRandom random) {
        for (int i = 0; i < positions; i++) {
            int position = random.nextInt(filter.length * Long.SIZE);
            filter[position >> 6] |= 1L << position;
        }
    }

    private static double dice(long[] left, long[] right) {
        int shared = 0;
        int all = 0;
        for (int i = 0; i < left.length; i++) {
            shared += Long.bitCount(left[i] & right[i]);
            all += Long.bitCount(left[i]) + Long.bitCount(right[i]);
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static float[] inverse(double[] curve) {
        var shares = new float[CELLS + 1];
        int share = 0;
        for (int cell = 0; cell <= CELLS; cell++) {
            double dice = (cell + 0.5) / CELLS;
            while (share < SHARES && curve[share + 1] < dice) {
                share++;
            }
            double within = share == SHARES ? 0 : (dice - curve[share]) / (curve[share + 1] - curve[share]);
            shares[cell] = (float) Math.clamp((share + within) / SHARES, 0, 1);
        }
        return shares;
    }
}
