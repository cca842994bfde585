package org.hms.matching.privacy.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** Pairs records one to one, the most similar first; of equals, the first in the order of the ids. */
final class Assignment {

    /** A pair of records, and how far it lies above the best pair of either that was still open. */
    record Pair(int left, int right, float similarity, float margin) {}

    private final BestCandidates ofLeft;
    private final BestCandidates ofRight;
    private final BitSet takenLeft = new BitSet();
    private final BitSet takenRight = new BitSet();

    private Assignment(BestCandidates ofLeft, BestCandidates ofRight) {
        this.ofLeft = ofLeft;
        this.ofRight = ofRight;
    }

    static List<Pair> of(BestCandidates ofLeft, int lefts, BestCandidates ofRight, int rights) {
        return new Assignment(ofLeft, ofRight).pairs(lefts, rights);
    }

    private List<Pair> pairs(int lefts, int rights) {
        var candidates = new ArrayList<Pair>();
        for (int i = 0; i < lefts; i++) {
            for (int rank = 0; rank < ofLeft.count(i); rank++) {
                candidates.add(new Pair(i, ofLeft.other(i, rank), ofLeft.similarity(i, rank), 0));
            }
        }
        for (int j = 0; j < rights; j++) {
            for (int rank = 0; rank < ofRight.count(j); rank++) {
                candidates.add(new Pair(ofRight.other(j, rank), j, ofRight.similarity(j, rank), 0));
            }
        }
        candidates.sort(Comparator.comparingDouble((Pair pair) -> -pair.similarity())
                .thenComparingInt(Pair::left)
                .thenComparingInt(Pair::right));
        var pairs = new ArrayList<Pair>();
        for (var pair : candidates) {
            if (!takenLeft.get(pair.left()) && !takenRight.get(pair.right())) {
                var second = Math.max(
                        second(ofLeft, pair.left(), pair.right(), takenRight),
                        second(ofRight, pair.right(), pair.left(), takenLeft));
                pairs.add(new Pair(pair.left(), pair.right(), pair.similarity(), pair.similarity() - second));
                takenLeft.set(pair.left());
                takenRight.set(pair.right());
            }
        }
        return pairs;
    }

    private static float second(BestCandidates candidates, int record, int best, BitSet taken) {
        for (int rank = 0; rank < candidates.count(record); rank++) {
            int other = candidates.other(record, rank);
            if (other != best && !taken.get(other)) {
                return candidates.similarity(record, rank);
            }
        }
        return 0;
    }
}
