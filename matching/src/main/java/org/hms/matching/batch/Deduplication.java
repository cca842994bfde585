package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hms.matching.score.MatchModel;

/**
 * Who is whom in one file: block, score, divide. The answer depends on the records and the model alone, not on the order of
 * the rows nor on the number of cores. A component above the cap is cut at a higher weight, which the report says.
 */
public final class Deduplication {
    private static final int COMPONENT_CAP = 400;

    private final MatchModel model;
    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    public Deduplication(MatchModel model, Progress progress) {
        this.model = model;
        this.progress = progress;
    }

    private interface Stage<T> {
        T run();
    }

    public Deduplicated run(PersonTable table) {
        var blocks = timed("block", () -> new Blocks(model.blockingRules(), table.people(), progress));
        var thresholds = model.thresholds();
        var scoring = new PairScoring(model, table.people(), thresholds.reviewWeight());
        var pairs = timed("score", () -> scoring.score(blocks, progress));
        var components = timed("connect", () -> Components.of(pairs, thresholds.linkWeight(), COMPONENT_CAP));
        var clustering = new Clustering(table, scoring, thresholds);
        var clusterOf = timed("cluster", () -> clustering.cluster(pairs, components, progress));
        return new Deduplicated(
                table,
                pairs,
                clusterOf,
                reaches(table, blocks),
                report(table, blocks, pairs, components, clustering, clusterOf));
    }

    private <T> T timed(String stage, Stage<T> work) {
        long start = System.nanoTime();
        var result = work.run();
        seconds.put(stage, (System.nanoTime() - start) / 1e9);
        return result;
    }

    private static Blocks.Reach[] reaches(PersonTable table, Blocks blocks) {
        var reaches = new Blocks.Reach[table.size()];
        Arrays.setAll(reaches, blocks::reach);
        return reaches;
    }

    private DedupeReport report(
            PersonTable table,
            Blocks blocks,
            ScoredPairs pairs,
            Components components,
            Clustering clustering,
            int[] clusterOf) {
        var rules = new ArrayList<RuleReport>();
        for (int rule = 0; rule < blocks.rules(); rule++) {
            rules.add(blocks.reports().get(rule).withComparisons(pairs.comparisons()[rule]));
        }
        var counts = new EnumMap<Blocks.Reach, Integer>(Blocks.Reach.class);
        for (int record = 0; record < table.size(); record++) {
            counts.merge(blocks.reach(record), 1, Integer::sum);
        }
        var sizes = ClusterSizes.of(clusterOf);
        return new DedupeReport(
                model.version(),
                model.hash(),
                table.size(),
                table.rowsWithoutId(),
                sizes.values().stream().mapToInt(Integer::intValue).sum(),
                sizes,
                Arrays.stream(pairs.comparisons()).sum(),
                pairs.size(),
                clustering.completed(),
                rules,
                counts.getOrDefault(Blocks.Reach.NO_KEY, 0),
                counts.getOrDefault(Blocks.Reach.ONLY_OVERFLOWS, 0),
                counts.getOrDefault(Blocks.Reach.ALONE, 0),
                components.cuts(),
                seconds);
    }
}
