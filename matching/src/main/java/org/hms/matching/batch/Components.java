package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records that hang together by pairs of at least the link weight. Average linkage joins two clusters only where some pair
 * between them reaches that weight, so nothing is lost by looking at each such component by itself.
 *
 * @param parts each component of two records or more, its records ascending
 * @param cuts how components above the cap were cut
 */
record Components(List<int[]> parts, List<ComponentCut> cuts) {

    static Components of(ScoredPairs pairs, double linkWeight, int cap) {
        int records = pairs.offsets().length - 1;
        var all = new int[records];
        Arrays.setAll(all, i -> i);
        var parts = new ArrayList<int[]>();
        var cuts = new ArrayList<ComponentCut>();
        for (var part : connected(all, pairs, linkWeight, new int[records])) {
            if (part.length <= cap) {
                parts.add(part);
            } else {
                cut(part, pairs, linkWeight, cap, parts, cuts);
            }
        }
        return new Components(parts, cuts);
    }

    /** Raises the bar bit by bit until no part lies above the cap; a part of equals that never falls apart is taken apart. */
    private static void cut(
            int[] whole, ScoredPairs pairs, double linkWeight, int cap, List<int[]> parts, List<ComponentCut> cuts) {
        double weight = linkWeight;
        double most = linkWeight;
        for (int left : whole) {
            for (int i = pairs.offsets()[left]; i < pairs.offsets()[left + 1]; i++) {
                most = Math.max(most, pairs.weights()[i]);
            }
        }
        var parents = new int[pairs.offsets().length - 1];
        var pieces = List.of(whole);
        while (weight <= most && pieces.stream().anyMatch(piece -> piece.length > cap)) {
            weight += 1;
            pieces = connected(whole, pairs, weight, parents);
        }
        var kept = pieces.stream().filter(piece -> piece.length <= cap).toList();
        parts.addAll(kept);
        cuts.add(new ComponentCut(whole.length, weight, kept.size()));
    }

    /** The components of two or more among these records, by their first record. */
    private static List<int[]> connected(int[] records, ScoredPairs pairs, double weight, int[] parents) {
        for (int record : records) {
            parents[record] = record;
        }
        for (int left : records) {
            for (int i = pairs.offsets()[left]; i < pairs.offsets()[left + 1]; i++) {
                if (pairs.weights()[i] >= weight) {
                    int a = root(parents, left);
                    int b = root(parents, pairs.rights()[i]);
                    parents[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        return grouped(records, parents);
    }

    private static List<int[]> grouped(int[] records, int[] parents) {
        var keys = new long[records.length];
        for (int i = 0; i < records.length; i++) {
            keys[i] = (long) root(parents, records[i]) << 32 | records[i];
        }
        Arrays.parallelSort(keys);
        var parts = new ArrayList<int[]>();
        for (int from = 0, to; from < keys.length; from = to) {
            to = from + 1;
            while (to < keys.length && keys[to] >>> 32 == keys[from] >>> 32) {
                to++;
            }
            if (to - from > 1) {
                parts.add(
                        Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray());
            }
        }
        return parts;
    }

    private static int root(int[] parents, int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
