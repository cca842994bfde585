package org.hms.matching.batch;

import java.util.Arrays;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.Borrowed;
import org.hms.matching.table.Neighbours;
import org.hms.matching.table.PairWeights;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.Pieces;

/** Weighs each pair that some block holds, once, on all cores; keeps those of at least the review weight. */
final class PairScoring {
    private static final int RECORDS_AT_ONCE = 4096;

    private final PairWeights weigher;
    private final PersonTable table;
    private final double least;

    /** @param least the weight below which a pair is not kept */
    PairScoring(PairWeights weigher, PersonTable table, double least) {
        this.weigher = weigher;
        this.table = table;
        this.least = least;
    }

    /** What one thread works with. */
    private record Worker(Neighbours neighbours, PairWeights.Reader reader) {}

    /** @param opened the cells of blocks that are looked into */
    ScoredPairs score(Blocks blocks, boolean[] opened, Progress progress) {
        var lent = new Borrowed<>(() -> new Worker(new Neighbours(blocks, table, opened), weigher.reader()));
        int chunks = (table.size() + RECORDS_AT_ONCE - 1) / RECORDS_AT_ONCE;
        progress.stage("scoring", table.size());
        var parts = Pieces.of(
                chunks,
                chunk -> lent.use(worker -> {
                    int from = chunk * RECORDS_AT_ONCE;
                    int to = Math.min(table.size(), from + RECORDS_AT_ONCE);
                    var part = score(worker, from, to);
                    progress.step(to - from);
                    return part;
                }));
        var comparisons = new long[blocks.rules()];
        for (var worker : lent.all()) {
            for (int cell = 0; cell < blocks.cells(); cell++) {
                comparisons[Blocks.ruleOfCell(cell)] += worker.neighbours().byCell()[cell];
            }
        }
        return ScoredPairs.of(table.size(), comparisons, parts);
    }

    private ScoredPairs.Part score(Worker worker, int from, int to) {
        var pairs = new long[256];
        var found = new double[256];
        int kept = 0;
        for (int left = from; left < to; left++) {
            int count = worker.neighbours().find(left);
            int[] others = worker.neighbours().found();
            double[] weights = worker.reader().weights(left, others, count, least);
            for (int i = 0; i < count; i++) {
                if (weights[i] >= least) {
                    if (kept == pairs.length) {
                        pairs = Arrays.copyOf(pairs, kept * 2);
                        found = Arrays.copyOf(found, kept * 2);
                    }
                    pairs[kept] = (long) left << 32 | others[i];
                    found[kept++] = weights[i];
                }
            }
        }
        return new ScoredPairs.Part(Arrays.copyOf(pairs, kept), Arrays.copyOf(found, kept));
    }
}
