package org.hms.matching.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PairWeights;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.RuleRecall;
import org.hms.matching.table.RuleReport;
import org.hms.matching.train.ModelTrainer;
import org.hms.matching.train.Training;
import org.hms.matching.train.TrainingSettings;
import org.jspecify.annotations.Nullable;

/**
 * Who is whom in a table of people: block, learn a model if asked to, weigh, divide. The answer depends on the records and the
 * model alone, not on the order of the rows nor on the number of cores. A component above the cap is cut at a higher weight,
 * which the report says.
 */
public final class Deduplication {
    private static final int COMPONENT_CAP = 400;

    private final MatchModel start;
    private final @Nullable TrainingSettings settings;
    private final Progress progress;
    private final Map<String, String> truth;
    private final Consumer<Training> trained;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private Deduplication(
            MatchModel start,
            @Nullable TrainingSettings settings,
            Progress progress,
            Map<String, String> truth,
            Consumer<Training> trained) {
        this.start = start;
        this.settings = settings;
        this.progress = progress;
        this.truth = Map.copyOf(truth);
        this.trained = trained;
    }

    /** By a model as it is. */
    public static Deduplication by(MatchModel model, Progress progress) {
        return new Deduplication(model, null, progress, Map.of(), _ -> {});
    }

    /** By a model that is learned from the table, beginning with this one. */
    public static Deduplication training(MatchModel start, TrainingSettings settings, Progress progress) {
        return new Deduplication(start, settings, progress, Map.of(), _ -> {});
    }

    /** The same that also tells what the blocking rules find of what is known; the answer does not change by it. */
    public Deduplication knowing(Map<String, String> personByRecord) {
        return new Deduplication(start, settings, progress, personByRecord, trained);
    }

    /** The same that tells of the training as soon as it is done. */
    public Deduplication tellingOfTraining(Consumer<Training> told) {
        return new Deduplication(start, settings, progress, truth, told);
    }

    private interface Stage<T> {
        T run();
    }

    public Deduplicated run(PersonTable table) {
        progress.stage("blocking", -1);
        var blocks = timed(
                "block",
                () -> Blocks.of(
                        start.blockingRules(),
                        table,
                        settings == null ? mostOfARule(table.size()) : settings.comparisonsOfARule()));
        var levels = timed("levels", () -> new PairLevels(start.comparisons(), table));
        var training = settings == null || table.size() < 2
                ? null
                : timed("train", () -> train(settings, table, blocks, levels));
        var model = training == null ? start : training.model();
        var weights = new PairWeights(model, training == null ? levels : levels.of(model.comparisons()));
        var thresholds = model.thresholds();
        var scoring = new PairScoring(weights, table, thresholds.reviewWeight());
        boolean[] opened = blocks.openedBy(model.blockingRules());
        var pairs = timed("score", () -> scoring.score(blocks, opened, progress));
        var components = timed("connect", () -> Components.of(pairs, thresholds.linkWeight(), COMPONENT_CAP));
        var clustering = new Clustering(table, weights, thresholds);
        var clusterOf = timed("cluster", () -> clustering.cluster(pairs, components, progress));
        var reaches = timed("reach", () -> reaches(table, blocks, opened));
        return new Deduplicated(
                table,
                model,
                training,
                pairs,
                clusterOf,
                reaches,
                report(model, table, blocks, opened, pairs, components, clustering, clusterOf, reaches));
    }

    private Training train(TrainingSettings how, PersonTable table, Blocks blocks, PairLevels levels) {
        progress.stage("training", -1);
        var training = new ModelTrainer(how).train(start, table, blocks, levels);
        trained.accept(training);
        return training;
    }

    private <T> T timed(String stage, Stage<T> work) {
        long begin = System.nanoTime();
        var result = work.run();
        seconds.put(stage, (System.nanoTime() - begin) / 1e9);
        return result;
    }

    /** More than any trained model's caps allow; without it a model that was never trained could compare for days. */
    private static long mostOfARule(int records) {
        return Math.max(5_000_000L, 40L * records);
    }

    private static Blocks.Reach[] reaches(PersonTable table, Blocks blocks, boolean[] opened) {
        var reaches = new Blocks.Reach[table.size()];
        Arrays.parallelSetAll(reaches, record -> blocks.reach(record, opened));
        return reaches;
    }

    private DedupeReport report(
            MatchModel model,
            PersonTable table,
            Blocks blocks,
            boolean[] opened,
            ScoredPairs pairs,
            Components components,
            Clustering clustering,
            int[] clusterOf,
            Blocks.Reach[] reaches) {
        var reports = blocks.reports(model.blockingRules(), opened);
        var rules = new ArrayList<RuleReport>();
        for (int rule = 0; rule < blocks.rules(); rule++) {
            rules.add(reports.get(rule).withComparisons(pairs.comparisons()[rule]));
        }
        var counts = new EnumMap<Blocks.Reach, Integer>(Blocks.Reach.class);
        for (var reach : reaches) {
            counts.merge(reach, 1, Integer::sum);
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
                truth.isEmpty() ? List.of() : RuleRecall.of(blocks, opened, table, truth),
                counts.getOrDefault(Blocks.Reach.NO_KEY, 0),
                counts.getOrDefault(Blocks.Reach.ONLY_OVERFLOWS, 0),
                counts.getOrDefault(Blocks.Reach.ALONE, 0),
                components.cuts(),
                seconds);
    }
}
