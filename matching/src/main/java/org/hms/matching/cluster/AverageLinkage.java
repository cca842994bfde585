package org.hms.matching.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one clustering: for any two clusters the sum of their pairs' weights and whether they may join. Clusters are
 * known by their smallest member, so that ties always fall to the smallest. Quadratic memory, cubic time at
 * worst; components hold tens of records.
 */
final class AverageLinkage {
    /** A pair nobody compared shared no blocking key, which speaks clearly, but not loudly, against it. */
    private static final double NEVER_COMPARED = -12;

    private final double[][] sums;
    private final boolean[][] forbidden;
    private final boolean[][] vetoed;
    private final BitSet[] members;
    private final BitSet alive = new BitSet();

    AverageLinkage(int size) {
        sums = new double[size][size];
        forbidden = new boolean[size][size];
        vetoed = new boolean[size][size];
        members = new BitSet[size];
        alive.set(0, size);
        for (int i = 0; i < size; i++) {
            Arrays.fill(sums[i], NEVER_COMPARED);
            members[i] = new BitSet();
            members[i].set(i);
        }
    }

    void weigh(int a, int b, double weight) {
        set(sums, a, b, weight);
    }

    /** As long as no decision overrules it. */
    void keepApart(int a, int b) {
        veto(a, b);
    }

    void forbid(int a, int b) {
        forbidden[a][b] = true;
        forbidden[b][a] = true;
    }

    /** Joins what must be linked; where two decisions contradict, keeping apart wins. */
    void joinDecided(int left, int right) {
        int a = clusterOf(left);
        int b = clusterOf(right);
        if (a != b && !forbidden[a][b]) {
            join(Math.min(a, b), Math.max(a, b));
        }
    }

    /**
     * Joins the best pair of clusters as long as one reaches the link weight. A cluster that comes within the margin of two
     * that are kept apart could be either, so it joins neither.
     */
    void joinWhile(double linkWeight, double margin) {
        for (var best = best(linkWeight); best != null; best = best(linkWeight)) {
            int a = best[0];
            int b = best[1];
            var rivals = rivals(a, b, average(a, b) - margin, linkWeight);
            rivals.addAll(rivals(b, a, average(a, b) - margin, linkWeight));
            if (rivals.isEmpty()) {
                join(a, b);
            } else {
                rivals.add(best);
                rivals.forEach(pair -> veto(pair[0], pair[1]));
            }
        }
    }

    /** The pair that weighs most on average, the first one where several do; null when none may and should join. */
    private int @Nullable [] best(double linkWeight) {
        int @Nullable [] found = null;
        double best = linkWeight;
        for (int a = alive.nextSetBit(0); a >= 0; a = alive.nextSetBit(a + 1)) {
            for (int b = alive.nextSetBit(a + 1); b >= 0; b = alive.nextSetBit(b + 1)) {
                double average = average(a, b);
                boolean better = found == null ? average >= best : average > best;
                if (better && !keptApart(a, b)) {
                    best = average;
                    found = new int[] {a, b};
                }
            }
        }
        return found;
    }

    /** Pairs that would give {@code cluster} to someone who is kept apart from {@code other}, and hardly weigh less. */
    private List<int[]> rivals(int cluster, int other, double above, double linkWeight) {
        var rivals = new ArrayList<int[]>();
        for (int rival = alive.nextSetBit(0); rival >= 0; rival = alive.nextSetBit(rival + 1)) {
            if (rival != cluster && rival != other && keptApart(rival, other) && !keptApart(rival, cluster)) {
                double average = average(cluster, rival);
                if (average >= linkWeight && average > above) {
                    rivals.add(new int[] {cluster, rival});
                }
            }
        }
        return rivals;
    }

    private double average(int a, int b) {
        return sums[a][b] / ((double) members[a].cardinality() * members[b].cardinality());
    }

    private boolean keptApart(int a, int b) {
        return forbidden[a][b] || vetoed[a][b];
    }

    private void veto(int a, int b) {
        vetoed[a][b] = true;
        vetoed[b][a] = true;
    }

    /** The members of each cluster. */
    List<BitSet> clusters() {
        return alive.stream()
                .mapToObj(cluster -> (BitSet) members[cluster].clone())
                .toList();
    }

    private void join(int a, int b) {
        members[a].or(members[b]);
        alive.clear(b);
        for (int other = alive.nextSetBit(0); other >= 0; other = alive.nextSetBit(other + 1)) {
            if (other != a) {
                set(sums, a, other, sums[a][other] + sums[b][other]);
                forbidden[a][other] |= forbidden[b][other];
                forbidden[other][a] = forbidden[a][other];
                vetoed[a][other] |= vetoed[b][other];
                vetoed[other][a] = vetoed[a][other];
            }
        }
    }

    private int clusterOf(int position) {
        return alive.stream()
                .filter(cluster -> members[cluster].get(position))
                .findFirst()
                .orElseThrow();
    }

    private static void set(double[][] matrix, int a, int b, double value) {
        matrix[a][b] = value;
        matrix[b][a] = value;
    }
}
