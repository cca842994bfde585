package org.hms.matching.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.BlockingRule;
import org.hms.matching.score.Comparison;

/**
 * The pairs that one blocking rule brings together, as patterns.
 *
 * @param fresh those that no earlier rule brought together, each counted for as many as it was drawn from
 * @param used the comparisons that are free of what the rule asks for
 */
record BlockingPass(
        BlockingRule rule, Free used, Patterns patterns, Patterns fresh, long pairsInBlocks, int closedBlocks) {

    /** Which comparisons may speak in a pass. */
    static final class Free {
        private final boolean[] comparisons;

        Free(BlockingRule rule, List<Comparison> comparisons) {
            this.comparisons = new boolean[comparisons.size()];
            for (int i = 0; i < this.comparisons.length; i++) {
                var name = comparisons.get(i).name();
                this.comparisons[i] = rule.fields().stream().noneMatch(field -> decides(field, name));
            }
        }

        boolean[] comparisons() {
            return comparisons.clone();
        }

        boolean is(int comparison) {
            return comparisons[comparison];
        }
    }

    static BlockingPass of(
            BlockingRule rule,
            int number,
            BlockedPairs blocked,
            List<ComparablePerson> people,
            LevelCoder coder,
            List<Comparison> comparisons,
            TrainingSettings settings) {
        var blocks = blocked.blocks(number);
        double share = Math.min(1, (double) settings.pairsPerPass() / Math.max(1, blocks.pairs()));
        record Both(PatternCounts all, PatternCounts fresh) {
            void add(Both other) {
                all.addAll(other.all);
                fresh.addAll(other.fresh);
            }
        }
        // Counted in whole numbers and weighed afterwards, so that the order in which cores finish does not show.
        var counts = IntStream.range(0, blocks.count())
                .parallel()
                .collect(
                        () -> new Both(new PatternCounts(), new PatternCounts()),
                        (both, block) -> blocked.pairs(blocks, block, share, settings.seed(), (one, other, fresh) -> {
                            long pattern = coder.pattern(people.get(one), people.get(other));
                            both.all.add(pattern, 1);
                            if (fresh) {
                                both.fresh.add(pattern, 1);
                            }
                        }),
                        Both::add);
        return new BlockingPass(
                rule,
                new Free(rule, comparisons),
                counts.all.toPatterns(),
                counts.fresh.toPatterns().times(1 / share),
                blocks.pairs(),
                blocks.closed());
    }

    /** Whether agreement in a blocking field goes far to decide a comparison's level, so that the pass cannot teach it. */
    static boolean decides(BlockingField field, String comparison) {
        var code = field.name().toLowerCase(Locale.ROOT);
        if (code.startsWith("mother")) {
            return comparison.equals("mother");
        }
        if (code.contains("surname")) {
            return comparison.equals("surnames");
        }
        if (code.contains("name") || code.startsWith("given")) {
            return comparison.equals("given-name") || code.contains("name") && comparison.equals("surnames");
        }
        var word = code.contains("_") ? code.substring(0, code.indexOf('_')) : code;
        return comparison.startsWith(word);
    }
}
