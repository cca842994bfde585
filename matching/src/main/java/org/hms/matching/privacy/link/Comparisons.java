package org.hms.matching.privacy.link;

import java.util.stream.IntStream;
import org.hms.matching.batch.Progress;
import org.hms.matching.privacy.EncodedPeople;

/** Compares the records of two files, all with all or those that a sample brings together, and keeps the best. */
final class Comparisons {
    private final EncodedPeople left;
    private final EncodedPeople right;
    private final SimilarityScale scale;
    private final BestCandidates ofLeft;
    private final BestCandidates ofRight;

    Comparisons(EncodedPeople left, EncodedPeople right, SimilarityScale scale) {
        this.left = left;
        this.right = right;
        this.scale = scale;
        this.ofLeft = new BestCandidates(left.size());
        this.ofRight = new BestCandidates(right.size());
    }

    BestCandidates ofLeft() {
        return ofLeft;
    }

    BestCandidates ofRight() {
        return ofRight;
    }

    ComparisonCounts run(Progress progress) {
        long pairs = (long) left.size() * right.size();
        return pairs <= left.schema().sampling().exhaustiveTo() ? all(pairs, progress) : sampled(progress);
    }

    private ComparisonCounts all(long pairs, Progress progress) {
        progress.stage("comparing", left.size() + right.size());
        IntStream.range(0, left.size()).parallel().forEach(i -> {
            for (int j = 0; j < right.size(); j++) {
                ofLeft.offer(i, j, (float) scale.similarity(left, i, right, j));
            }
            progress.step(1);
        });
        IntStream.range(0, right.size()).parallel().forEach(j -> {
            for (int i = 0; i < left.size(); i++) {
                ofRight.offer(j, i, (float) scale.similarity(left, i, right, j));
            }
            progress.step(1);
        });
        return new ComparisonCounts(true, 0, pairs, 0, 0, pairs, alone());
    }

    private ComparisonCounts sampled(Progress progress) {
        var sampling = new BitSampling(left, right);
        long cap = left.schema().sampling().cap();
        long compared = 0;
        long overflowBlocks = 0;
        long overflowPairs = 0;
        long largest = 0;
        progress.stage("comparing", sampling.tables());
        for (int i = 0; i < sampling.tables(); i++) {
            var table = sampling.table(i);
            table.blocks().parallelStream()
                    .filter(block -> block.pairs() <= cap)
                    .forEach(block -> open(table, block));
            for (var block : table.blocks()) {
                boolean overflows = block.pairs() > cap;
                overflowBlocks += overflows ? 1 : 0;
                overflowPairs += overflows ? block.pairs() : 0;
                compared += overflows ? 0 : block.pairs();
                largest = Math.max(largest, block.pairs());
            }
            progress.step(1);
        }
        return new ComparisonCounts(
                false, sampling.tables(), compared, overflowBlocks, overflowPairs, largest, alone());
    }

    /** A record is in one block of a table at most, so that blocks do not meet. */
    private void open(BitSampling.Table table, BitSampling.Block block) {
        for (int i = block.leftFrom(); i < block.leftTo(); i++) {
            int record = BitSampling.Table.record(table.left()[i]);
            for (int j = block.rightFrom(); j < block.rightTo(); j++) {
                int other = BitSampling.Table.record(table.right()[j]);
                float similarity = (float) scale.similarity(left, record, right, other);
                ofLeft.offer(record, other, similarity);
                ofRight.offer(other, record, similarity);
            }
        }
    }

    private long alone() {
        return alone(ofLeft, left.size()) + alone(ofRight, right.size());
    }

    private static long alone(BestCandidates candidates, int records) {
        return IntStream.range(0, records)
                .filter(record -> candidates.count(record) == 0)
                .count();
    }
}
