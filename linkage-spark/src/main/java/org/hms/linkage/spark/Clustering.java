package org.hms.linkage.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hms.matching.batch.ComponentCut;

/** From pairs to clusters: components of links, those above the cap cut, then the cluster step for each. */
final class Clustering {
    private final Stages stages;
    private final SharedModel model;
    private final int componentCap;

    Clustering(Stages stages, SharedModel model, int componentCap) {
        this.stages = stages;
        this.model = model;
        this.componentCap = componentCap;
    }

    /** cluster_id and record_id of each record that is linked to another, and how large components were cut. */
    record Clustered(Dataset<Row> clusters, List<ComponentCut> cuts) {}

    /**
     * @param people record, id and person
     * @param pairs left, right and weight
     */
    Clustered cluster(Dataset<Row> people, Dataset<Row> pairs) {
        double linkWeight = model.model().thresholds().linkWeight();
        var links = pairs.where(col("weight").geq(linkWeight));
        var connected = stages.timed("connect", () -> components(links, linkWeight));
        var parts = sized(connected.components());
        var clusters = stages.timed("cluster", () -> stages.written("clustered", step(people, parts)));
        return new Clustered(clusters, connected.cuts());
    }

    private record Connected(Dataset<Row> components, List<ComponentCut> cuts) {}

    private Connected components(Dataset<Row> links, double linkWeight) {
        var all = stages.written("components", sized(new ConnectedComponents(stages).of(links)));
        var large = all.where(col("size").gt(componentCap));
        if (large.isEmpty()) {
            return new Connected(all.drop("size"), List.of());
        }
        var cut = stages.written(
                "cut",
                links.join(large, links.col("left").equalTo(large.col("record")))
                        .select("component", "left", "right", "weight")
                        .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                        .flatMapGroups(
                                new ComponentCutting(linkWeight, componentCap), Encoders.row(ComponentCutting.PARTS)));
        var kept = all.where(col("size").leq(componentCap)).select("record", "component");
        return new Connected(kept.union(cut.select("record", "component")), cuts(cut));
    }

    private static List<ComponentCut> cuts(Dataset<Row> cut) {
        return sized(cut)
                .groupBy("whole")
                .agg(
                        count(lit(1)),
                        first("weight"),
                        count_distinct(when(col("size").gt(1), col("component"))))
                .collectAsList()
                .stream()
                .map(row -> new ComponentCut((int) row.getLong(1), row.getDouble(2), (int) row.getLong(3)))
                .toList();
    }

    /** With the number of records that each record's component has. */
    private static Dataset<Row> sized(Dataset<Row> components) {
        return components.withColumn("size", count(lit(1)).over(Window.partitionBy("component")));
    }

    private Dataset<Row> step(Dataset<Row> people, Dataset<Row> parts) {
        return parts.where(col("size").gt(1))
                .join(people, "record")
                .select("component", "id", "person")
                .groupByKey((MapFunction<Row, Long>) row -> row.getLong(0), Encoders.LONG())
                .flatMapGroups(new ClusterStep(model), Encoders.row(ClusterStep.CLUSTERED));
    }
}
