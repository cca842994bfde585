package org.hms.linkage.spark;

import static org.apache.spark.sql.functions.array_append;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which records hang together: large stars and small stars in turn, until every record points to the least of its component
 * (Kiveris and others, Connected Components in MapReduce and Beyond, 2014). Rounds grow with the logarithm of the longest
 * chain, and no round holds more pairs than the first.
 */
final class ConnectedComponents {
    private final Stages stages;

    ConnectedComponents(Stages stages) {
        this.stages = stages;
    }

    /**
     * record and component, which is the least record in it, for each record that some pair names.
     *
     * @param pairs left and right; neither order nor repetition matters
     */
    Dataset<Row> of(Dataset<Row> pairs) {
        var stars = stages.written(
                "stars-0",
                pairs.select(
                        greatest(col("left"), col("right")).as("from"),
                        least(col("left"), col("right")).as("to")));
        var before = print(stars);
        for (int round = 1; ; round++) {
            stars = stages.written("stars-" + round % 3, smallStars(largeStars(stars)));
            var now = print(stars);
            if (now.equals(before)) {
                return stars.select(col("from").as("record"), col("to").as("component"))
                        .union(stars.select(col("to"), col("to")).distinct());
            }
            before = now;
        }
    }

    /** Equal prints are the same pairs. */
    private static Row print(Dataset<Row> stars) {
        return stars.agg(count(lit(1)), coalesce(bit_xor(xxhash64(col("from"), col("to"))), lit(0L)))
                .head();
    }

    /** Each record's greater neighbours are tied to the least one. */
    private static Dataset<Row> largeStars(Dataset<Row> stars) {
        return neighbours(stars.union(stars.select(col("to"), col("from"))))
                .select(
                        col("from"),
                        least(col("from"), array_min(col("near"))).as("least"),
                        explode(col("near")).as("to"))
                .where(col("to").gt(col("from")))
                .select(col("to").as("from"), col("least").as("to"));
    }

    /** Each record and its lesser neighbours are tied to the least one. */
    private static Dataset<Row> smallStars(Dataset<Row> stars) {
        return neighbours(stars)
                .select(
                        array_min(col("near")).as("to"),
                        explode(array_append(col("near"), col("from"))).as("from"))
                .where(col("from").gt(col("to")))
                .select("from", "to");
    }

    /** All neighbours of a record, each once: the pairs may repeat, their number never grows. */
    private static Dataset<Row> neighbours(Dataset<Row> stars) {
        return stars.groupBy("from").agg(array_distinct(collect_list("to")).as("near"));
    }
}
