package org.hms.linkage.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.ComponentCut;
import org.hms.matching.score.MatchModel;
import org.hms.matching.table.RuleReport;

/**
 * Finds the records of one person as the deduplication on one machine does, with the same answer: standardise, block with
 * caps, score each pair once, connect, divide each component into people.
 */
public final class SparkDeduplication {
    /** As on one machine: components above it are cut at a higher weight. */
    private static final int COMPONENT_CAP = 400;

    private final SparkSession spark;
    private final SharedModel model;
    private final Settings settings;
    private final Stages stages;
    private final List<LongAccumulator> comparisons;
    private final LongAccumulator rowsWithoutId;

    /**
     * @param work folder for what the stages hand on; it holds people's data, and the caller removes it
     * @param partSize how many records a part of a large block holds at about
     * @param componentCap how many records a component may have that is not cut
     */
    record Settings(String work, int partSize, int componentCap) {
        static final int PART_SIZE = 256;

        static Settings in(String work) {
            return new Settings(work, PART_SIZE, COMPONENT_CAP);
        }

        Settings withPartSize(int size) {
            return new Settings(work, size, componentCap);
        }
    }

    SparkDeduplication(SparkSession spark, MatchModel model, Settings settings, Consumer<String> told) {
        this.spark = spark;
        this.settings = settings;
        this.model = new SharedModel(model);
        stages = new Stages(spark, settings.work(), told);
        comparisons = model.blockingRules().stream()
                .map(rule -> spark.sparkContext().longAccumulator("comparisons of " + rule.id()))
                .toList();
        rowsWithoutId = spark.sparkContext().longAccumulator("rows without id");
    }

    /**
     * Who is whom.
     *
     * @param clusters cluster_id and record_id, each record once
     * @param pairs leftId, rightId and weight of each pair of at least the review weight
     * @param unreached record_id and reason of each record that was compared with nobody
     */
    record Result(Dataset<Row> clusters, Dataset<Row> pairs, Dataset<Row> unreached, LinkageReport report) {}

    /** @param mapping the column mapping's YAML, of which {@code columns} was read */
    Result run(PersonSource source, ColumnMapping columns, String mapping) {
        var people = stages.timed("read", () -> people(source, columns, mapping));
        requireDistinctIds(people);
        var rules = model.model().blockingRules();
        var blocks = stages.timed("block", () -> stages.written("blocks", Blocking.blocks(people, rules)));
        var blocked = stages.timed("assign", () -> stages.written("blocked", Blocking.blocksOfRecords(people, blocks)));
        var pairs = stages.timed("score", () -> stages.written("pairs", pairs(people, blocked)));
        var clustered = new Clustering(stages, model, settings.componentCap()).cluster(people.drop("keys"), pairs);
        var clusters = people.select(col("id").as("record_id"))
                .join(clustered.clusters(), "record_id", "left")
                .select(coalesce(col("cluster_id"), col("record_id")).as("cluster_id"), col("record_id"));
        var found = new Found(people, blocks, blocked, pairs, clusters, clustered.cuts());
        return new Result(clusters, pairs, found.unreached(), stages.timed("report", () -> report(found)));
    }

    /** What the stages left, of which the report tells. */
    private record Found(
            Dataset<Row> people,
            Dataset<Row> blocks,
            Dataset<Row> blocked,
            Dataset<Row> pairs,
            Dataset<Row> clusters,
            List<ComponentCut> cuts) {

        Dataset<Row> unreached() {
            return people.select(
                            col("record"),
                            col("id").as("record_id"),
                            size(col("keys")).as("keys"))
                    .join(blocked, people.col("record").equalTo(blocked.col("record")), "left")
                    .where(coalesce(size(col("blocks")), lit(0)).leq(0))
                    .select(
                            col("record_id"),
                            when(col("keys").equalTo(0), "no-key")
                                    .when(coalesce(col("refused"), lit(false)), "only-overflows")
                                    .otherwise("alone")
                                    .as("reason"));
        }
    }

    private Dataset<Row> people(PersonSource source, ColumnMapping columns, String mapping) {
        return stages.written(
                "people",
                source.rows(spark, columns)
                        .mapPartitions(
                                new PeopleReader(mapping, model, rowsWithoutId), Encoders.row(PeopleReader.PEOPLE))
                        .withColumn("record", monotonically_increasing_id()));
    }

    private static void requireDistinctIds(Dataset<Row> people) {
        if (!people.groupBy("id").count().where(col("count").gt(1)).isEmpty()) {
            throw new IllegalArgumentException("The id stands for one record each, but two rows have the same");
        }
    }

    private Dataset<Row> pairs(Dataset<Row> people, Dataset<Row> blocked) {
        return people.join(blocked.where(size(col("blocks")).gt(0)), "record")
                .select("record", "id", "person", "blocks")
                .flatMap(new BlockMembers(settings.partSize()), Encoders.row(BlockMembers.MEMBERS))
                .groupBy("key", "part")
                .as(Encoders.row(BlockScoring.BLOCK), Encoders.row(BlockMembers.MEMBERS))
                .flatMapGroups(new BlockScoring(model, comparisons), Encoders.row(BlockScoring.PAIRS));
    }

    private LinkageReport report(Found found) {
        var rules = Blocking.reports(
                found.blocks(),
                model.model().blockingRules(),
                comparisons.stream().map(LongAccumulator::sum).toList());
        var sizes = sizes(found.clusters());
        return new LinkageReport(
                model.model().version(),
                model.model().hash(),
                found.people().count(),
                rowsWithoutId.sum(),
                sizes.values().stream().mapToLong(Long::longValue).sum(),
                sizes,
                total(found.people(), "keys"),
                total(found.blocked(), "blocks"),
                rules.stream().mapToLong(RuleReport::comparisons).sum(),
                found.pairs().count(),
                rules,
                reasons(found.unreached()),
                found.cuts(),
                stages.effort());
    }

    private static long total(Dataset<Row> rows, String arrays) {
        return rows.agg(coalesce(sum(size(col(arrays))), lit(0L))).head().getLong(0);
    }

    private static SortedMap<Long, Long> sizes(Dataset<Row> clusters) {
        var sizes = new TreeMap<Long, Long>();
        clusters.groupBy("cluster_id")
                .agg(count(lit(1)).as("size"))
                .groupBy("size")
                .count()
                .collectAsList()
                .forEach(row -> sizes.put(row.getLong(0), row.getLong(1)));
        return sizes;
    }

    private static SortedMap<String, Long> reasons(Dataset<Row> unreached) {
        var reasons = new TreeMap<String, Long>();
        unreached
                .groupBy("reason")
                .count()
                .collectAsList()
                .forEach(row -> reasons.put(row.getString(0), row.getLong(1)));
        return reasons;
    }
}
