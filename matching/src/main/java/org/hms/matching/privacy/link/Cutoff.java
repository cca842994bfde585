package org.hms.matching.privacy.link;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * From which similarity on pairs are one person, judged without knowing: how similar a record gets to its second best tells
 * how similar records of two people get, as long as neither file holds a person twice. Of all thresholds the one with the
 * highest expected F1 is taken, if four links of five or more are expected to be right.
 *
 * @param expectedPrecision at this threshold; 1 where nothing can be said
 */
record Cutoff(double threshold, double expectedPrecision) {
    private static final int ROUNDS = 20;
    private static final double LEAST_PRECISION = 0.8;

    /** Nothing below is linked: half of what is known would differ. */
    private static final double LEAST = 0.4;
    /** The records most surely found show best how similar the others get. */
    private static final int SURELY_FOUND = 2;

    private static final double MOST_BY_CHANCE = 40;
    private static final int HALVINGS = 30;
    private static final int DEVIATIONS = 2;
    private static final int FEW = 20;
    private static final int TAIL = 3;

    /**
     * @param pairs one to one, by falling similarity
     * @param candidates of each record of the smaller file
     */
    static Cutoff chosen(List<Assignment.Pair> pairs, BestCandidates candidates, int records, int others) {
        var judged = new Judged(pairs, seconds(candidates, records), records, others);
        double found = judged.found();
        double best = -1;
        var cutoff = new Cutoff(1, 1);
        for (int i = 0; i < pairs.size() && pairs.get(i).similarity() >= LEAST; i++) {
            double right = judged.right(i, found);
            double f1 = 2 * right / (i + 1 + found);
            if (f1 > best && right >= LEAST_PRECISION * (i + 1)) {
                best = f1;
                cutoff = new Cutoff(pairs.get(i).similarity(), right / (i + 1));
            }
        }
        return cutoff;
    }

    /** What is expected of a threshold that somebody gave. */
    static Cutoff given(
            double threshold, List<Assignment.Pair> pairs, BestCandidates candidates, int records, int others) {
        var judged = new Judged(pairs, seconds(candidates, records), records, others);
        int linked = (int)
                pairs.stream().filter(pair -> pair.similarity() >= threshold).count();
        return new Cutoff(threshold, linked == 0 ? 1 : judged.right(linked - 1, judged.found()) / linked);
    }

    /** The second best similarities of those records whose best is the highest, in rising order. */
    private static float[] seconds(BestCandidates candidates, int records) {
        int[] byBest = IntStream.range(0, records)
                .filter(record -> candidates.count(record) > 0)
                .boxed()
                .sorted((a, b) -> Float.compare(candidates.similarity(b, 0), candidates.similarity(a, 0)))
                .mapToInt(Integer::intValue)
                .toArray();
        var seconds = new float[(byBest.length + SURELY_FOUND - 1) / SURELY_FOUND];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = candidates.count(byBest[i]) > 1 ? candidates.similarity(byBest[i], 1) : 0;
        }
        Arrays.sort(seconds);
        return seconds;
    }

    private record Judged(List<Assignment.Pair> pairs, float[] seconds, int records, int others) {

        /** How many of the pairs up to one are right, where so many records are found. */
        double right(int last, double found) {
            return Math.max(0, last + 1 - wrong(last, found, Math.max(1, others - found)));
        }

        /** How many are wrong where so many of the other records are still open. */
        private double wrong(int last, double found, double open) {
            double strangers = chance(pairs.get(last).similarity(), found);
            return Math.max(1, records - found) * (1 - Math.exp(-strangers * open / others));
        }

        /**
         * How many records of the smaller file are in the other: with fewer, more of the pairs are chance. What chance alone
         * may add does not count, so that files with nobody in common are seen as such.
         */
        double found() {
            double found = records / 2.0;
            for (int round = 0; round < ROUNDS; round++) {
                double most = 0;
                for (int i = 0; i < pairs.size(); i++) {
                    double wrong = wrong(i, found, others);
                    most = Math.max(most, i + 1 - wrong - DEVIATIONS * Math.sqrt(wrong));
                }
                found = most;
            }
            return found;
        }

        /**
         * How many records of another person get so similar to one, on average; beyond what is seen often enough, the tail
         * goes on falling as it did.
         */
        private double chance(float similarity, double found) {
            double seen = strangers(above(similarity), found);
            int far = seconds.length - FEW;
            int near = seconds.length - seconds.length / TAIL;
            if (near >= far || similarity <= seconds[far] || seconds[far] <= seconds[near]) {
                return seen;
            }
            double ofFar = strangers(above(seconds[far]), found);
            double ofNear = strangers(above(seconds[near]), found);
            double fall = Math.log(ofNear / ofFar) / (seconds[far] - seconds[near]);
            return Math.max(seen, ofFar * Math.exp(-fall * (similarity - seconds[far])));
        }

        /**
         * How many strangers there are where such a share of second bests is as similar. Of a record that is in both files
         * the second best is the first stranger; of one that is not, the second.
         */
        private double strangers(double observed, double found) {
            double inBoth = Math.clamp(found / Math.max(1, seconds.length), 0, 1);
            double low = 0;
            double high = MOST_BY_CHANCE;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (low + high) / 2;
                double none = Math.exp(-middle);
                if (inBoth * (1 - none) + (1 - inBoth) * (1 - none * (1 + middle)) < observed) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The share of second bests that get so similar. */
        private double above(float similarity) {
            int low = 0;
            int high = seconds.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (seconds[middle] < similarity) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return seconds.length == 0 ? 0 : (seconds.length - low) / (double) seconds.length;
        }
    }
}
