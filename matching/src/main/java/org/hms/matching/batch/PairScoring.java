package org.hms.matching.batch;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.MatchModel;

/** Scores each pair that some block holds, once, on all cores; keeps numbers only. */
final class PairScoring {
    private static final long PAIRS_AT_ONCE = 65_536;

    private final Comparison[] comparisons;
    private final OwnEvidence ownEvidence;
    private final double prior;
    private final double least;
    private final List<ComparablePerson> people;

    /** @param least the weight below which a pair is not kept */
    PairScoring(MatchModel model, List<ComparablePerson> people, double least) {
        comparisons = model.comparisons().toArray(Comparison[]::new);
        ownEvidence = new OwnEvidence(model.comparisons());
        prior = model.priorWeight();
        this.people = people;
        this.least = least;
    }

    /** The same sum as the model's score, but no more than the person's own attributes allow. */
    double weight(int left, int right) {
        var a = people.get(left);
        var b = people.get(right);
        double weight = prior;
        double own = 0;
        int known = 0;
        int contradictions = 0;
        for (int i = 0; i < comparisons.length; i++) {
            var evidence = comparisons[i].compare(a, b);
            double part = evidence.weight();
            weight += part;
            if (ownEvidence.isOwn(i)) {
                own += part;
                known += ownEvidence.isKnown(i, evidence) ? 1 : 0;
                contradictions += ownEvidence.isContradiction(part) ? 1 : 0;
            }
        }
        return OwnEvidence.limit(weight, own, known, contradictions);
    }

    ScoredPairs score(Blocks blocks, Progress progress) {
        var cuts = cuts(blocks);
        progress.stage("scoring", cuts.length - 1);
        var parts = IntStream.range(0, cuts.length - 1)
                .parallel()
                .mapToObj(chunk -> {
                    var part = score(blocks, cuts[chunk], cuts[chunk + 1]);
                    progress.step(1);
                    return part;
                })
                .toArray(ScoredPairs.Part[]::new);
        return ScoredPairs.of(people.size(), blocks.rules(), parts);
    }

    /** Where chunks of blocks begin that hold about as many pairs each. */
    private static int[] cuts(Blocks blocks) {
        var cuts = new int[blocks.count() + 1];
        int count = 1;
        long pairs = 0;
        for (int block = 0; block < blocks.count(); block++) {
            pairs += blocks.pairs(block);
            if (pairs >= PAIRS_AT_ONCE || block == blocks.count() - 1) {
                cuts[count++] = block + 1;
                pairs = 0;
            }
        }
        return Arrays.copyOf(cuts, count);
    }

    private ScoredPairs.Part score(Blocks blocks, int from, int to) {
        var pairs = new long[256];
        var weights = new double[256];
        var compared = new long[blocks.rules()];
        int kept = 0;
        for (int block = from; block < to; block++) {
            int rule = blocks.ruleOf(block);
            for (int i = blocks.start(block); i < blocks.start(block + 1); i++) {
                int left = blocks.member(i);
                for (int j = i + 1; j < blocks.start(block + 1); j++) {
                    // The members of a block stand in ascending order.
                    int right = blocks.member(j);
                    if (!blocks.isFirstOf(block, left, right)) {
                        continue;
                    }
                    compared[rule]++;
                    double weight = weight(left, right);
                    if (weight >= least) {
                        if (kept == pairs.length) {
                            pairs = Arrays.copyOf(pairs, kept * 2);
                            weights = Arrays.copyOf(weights, kept * 2);
                        }
                        pairs[kept] = (long) left << 32 | right;
                        weights[kept++] = weight;
                    }
                }
            }
        }
        return new ScoredPairs.Part(Arrays.copyOf(pairs, kept), Arrays.copyOf(weights, kept), compared);
    }
}
