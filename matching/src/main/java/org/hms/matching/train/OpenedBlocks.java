package org.hms.matching.train;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.hms.matching.table.Blocks;

/**
 * Which blocks are worth opening: those of each rule up to the size at which they still bring enough matches for the pairs they
 * cost, learned from the pairs looked at in training. Blocks that cost next to nothing are opened in any case.
 */
final class OpenedBlocks {
    private final Blocks blocks;
    private final double[] pairs;
    private final double[] matches;

    /**
     * @param counted pairs by pattern and cell
     * @param match how likely each pattern, in ascending order, is one of a match
     * @param scale of the sample to all pairs that the blocks hold
     */
    OpenedBlocks(Blocks blocks, PatternTally counted, double[] match, double scale) {
        this.blocks = blocks;
        pairs = new double[blocks.cells()];
        matches = new double[blocks.cells()];
        var row = new int[] {-1};
        var last = new long[] {-1};
        counted.forEach((key, count) -> {
            if (key / blocks.cells() != last[0]) {
                last[0] = key / blocks.cells();
                row[0]++;
            }
            int cell = (int) (key % blocks.cells());
            pairs[cell] += count * scale;
            matches[cell] += count * scale * match[row[0]];
        });
    }

    /**
     * @param wanted how many pairs may be compared
     * @return for each rule the size of the largest block to open
     */
    int[] caps(long wanted) {
        var caps = new int[blocks.rules()];
        int perRule = blocks.cells() / Math.max(1, blocks.rules());
        var next = new PriorityQueue<Integer>(
                Comparator.comparingDouble((Integer cell) -> -worth(cell)).thenComparingInt(cell -> cell));
        for (int rule = 0; rule < caps.length; rule++) {
            caps[rule] = 1;
            next.add(rule * perRule);
        }
        double spent = 0;
        while (!next.isEmpty()) {
            int cell = next.remove();
            spent += pairs[cell];
            if (spent > wanted && pairs[cell] > 0) {
                spent -= pairs[cell];
                continue;
            }
            int rule = Blocks.ruleOfCell(cell);
            caps[rule] =
                    Math.min(Blocks.largestOf(cell), blocks.reports().get(rule).cap());
            if ((cell + 1) % perRule != 0) {
                next.add(cell + 1);
            }
        }
        return caps;
    }

    /** Matches for each pair, larger blocks of the rule included where they do better: a poor cell may stand before a rich one. */
    private double worth(int cell) {
        double best = 0;
        double foundPairs = 1;
        double foundMatches = 0;
        int perRule = blocks.cells() / blocks.rules();
        for (int i = cell; i < (cell / perRule + 1) * perRule; i++) {
            foundPairs += pairs[i];
            foundMatches += matches[i];
            best = Math.max(best, foundMatches / foundPairs);
        }
        return best;
    }
}
