package org.hms.matching.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hms.matching.score.BlockingField;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.SurnamesComparison;
import org.hms.matching.table.Blocks;

/**
 * Where relatives show: pairs that share surnames and one thing more that a household has in common, and differ in everything
 * that is a person's own. Some blocking rule must look for them by what they share alone, so that those found are all there are
 * but for what its cap leaves out. Files without families have few such pairs, and the model then need not guard against them.
 */
final class RelativesRegion {
    /** Comparisons that agree at least so often among relatives are shared by households. */
    private static final double SHARED = 0.4;
    /** Those that agree at most so often are a person's own. */
    private static final double OWN = 0.1;

    private static final Set<BlockingField> SURNAMES =
            Set.of(BlockingField.ANY_SURNAME_SOUND, BlockingField.FIRST_SURNAME_SOUND);
    /** The fields that a rule may look by besides surnames, and what the names of their comparisons start with. */
    private static final Map<BlockingField, String> HOUSEHOLD = Map.of(
            BlockingField.PLACE, "place-",
            BlockingField.POSTCODE, "postcode-",
            BlockingField.PHONE, "phone",
            BlockingField.DISTRICT, "district");

    private final List<Comparison<?>> comparisons;
    private final int surnames;
    /** For each comparison how much of the pairs that share it blocking opens; 0 for those a household does not share. */
    private final double[] coverage;

    private RelativesRegion(List<Comparison<?>> comparisons, int surnames, double[] coverage) {
        this.comparisons = comparisons;
        this.surnames = surnames;
        this.coverage = coverage;
    }

    static RelativesRegion of(MatchModel start, Blocks blocks) {
        var comparisons = start.comparisons();
        int surnames = -1;
        var coverage = new double[comparisons.size()];
        for (int i = 0; i < coverage.length; i++) {
            var name = comparisons.get(i).name();
            surnames = name.equals(SurnamesComparison.NAME) ? i : surnames;
            coverage[i] = comparisons.get(i).kin() >= SHARED ? coverage(start, blocks, name) : 0;
        }
        return new RelativesRegion(comparisons, surnames, coverage);
    }

    /** How much of the pairs that share this the best rule of shared fields alone opens. */
    private static double coverage(MatchModel start, Blocks blocks, String comparison) {
        double best = 0;
        for (int rule = 0; rule < start.blockingRules().size(); rule++) {
            var fields = new ArrayList<>(start.blockingRules().get(rule).fields());
            fields.removeAll(SURNAMES);
            if (fields.size() == 1 && comparison.startsWith(HOUSEHOLD.getOrDefault(fields.getFirst(), "none "))) {
                best = Math.max(best, blocks.opened(rule));
            }
        }
        return best;
    }

    /** Whether the file has what it takes to see relatives at all. */
    boolean isVisible() {
        return surnames >= 0 && Arrays.stream(coverage).anyMatch(share -> share > 0);
    }

    /** The share of relatives' pairs in all pairs: the largest that anything a household shares speaks for. */
    double share(Patterns patterns, LatentClasses classes, double allPairs) {
        var shares = classes.shares(patterns);
        return IntStream.range(0, coverage.length)
                .filter(i -> coverage[i] > 0)
                .mapToDouble(i -> share(i, patterns, classes, shares, allPairs))
                .max()
                .orElse(0);
    }

    private double share(
            int household, Patterns patterns, LatentClasses classes, LatentClasses.Shares shares, double allPairs) {
        double found = 0;
        for (int row = 0; row < patterns.size(); row++) {
            if (holds(household, patterns.levels()[row], classes)) {
                found += patterns.counts()[row] * (1 - shares.match()[row] - shares.stranger()[row]);
            }
        }
        if (found == 0) {
            // Nor is any expected where not even one person's records agree in what a household shares.
            return 0;
        }
        double expected = agreement(surnames, classes) * agreement(household, classes);
        for (int i = 0; i < comparisons.size(); i++) {
            expected *= isOwn(i) ? 1 - agreement(i, classes) : 1;
        }
        return found / (allPairs * expected * coverage[household]);
    }

    private boolean holds(int household, byte[] levels, LatentClasses classes) {
        if (!agrees(surnames, levels[surnames], classes) || !agrees(household, levels[household], classes)) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            if (isOwn(i) && agrees(i, levels[i], classes)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOwn(int comparison) {
        double kin = comparisons.get(comparison).kin();
        return kin > 0 && kin <= OWN;
    }

    private static boolean agrees(int comparison, int level, LatentClasses classes) {
        return level >= 0 && classes.m().of(comparison, level) > 2 * classes.u().of(comparison, level);
    }

    /** How often relatives agree in a comparison. */
    private static double agreement(int comparison, LatentClasses classes) {
        double sum = 0;
        for (int level = 0; level < classes.m().levels(comparison); level++) {
            sum += agrees(comparison, level, classes) ? classes.relativesReach(comparison, level) : 0;
        }
        return sum;
    }
}
