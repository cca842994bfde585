package org.hms.linkage.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.hms.matching.score.BlockingRule;
import org.hms.matching.table.RuleReport;

/**
 * Finds the blocks: keys that two records or more have. A block above its rule's cap is not opened but counted. Only numbers
 * travel here, never people.
 */
final class Blocking {
    private static final int LARGEST_SHOWN = 5;

    private Blocking() {}

    /** key, size and whether the block is opened, of each key that two records or more have. */
    static Dataset<Row> blocks(Dataset<Row> people, List<BlockingRule> rules) {
        var caps = array(rules.stream().map(rule -> lit((long) rule.cap())).toArray(Column[]::new));
        return memberships(people)
                .groupBy("key")
                .agg(count(lit(1)).as("size"))
                .where(col("size").gt(1))
                .withColumn("opened", col("size").leq(element_at(caps, rule().plus(1))));
    }

    /**
     * For each record in some block: its opened blocks with their sizes, by ascending key, and whether one was refused. A
     * key that millions have makes a large partition of numbers, which Spark divides by itself.
     */
    static Dataset<Row> blocksOfRecords(Dataset<Row> people, Dataset<Row> blocks) {
        return memberships(people)
                .join(blocks, "key")
                .groupBy("record")
                .agg(
                        sort_array(collect_list(when(col("opened"), struct("key", "size"))))
                                .as("blocks"),
                        bool_or(not(col("opened"))).as("refused"));
    }

    private static Dataset<Row> memberships(Dataset<Row> people) {
        return people.select(col("record"), explode(col("keys")).as("key"));
    }

    private static Column rule() {
        return shiftrightunsigned(col("key"), BlockKey.HASH_BITS).cast("int");
    }

    /** What each rule did. @param comparisons of each rule */
    static List<RuleReport> reports(Dataset<Row> blocks, List<BlockingRule> rules, List<Long> comparisons) {
        var counts = new HashMap<Integer, Row>();
        blocks.groupBy(rule().as("rule"))
                .agg(
                        sum(when(col("opened"), 1L).otherwise(0L)),
                        sum(when(col("opened"), 0L).otherwise(1L)),
                        sum(when(col("opened"), 0L).otherwise(col("size"))))
                .collectAsList()
                .forEach(row -> counts.put(row.getInt(0), row));
        var largest = largest(blocks);
        var reports = new ArrayList<RuleReport>();
        for (int rule = 0; rule < rules.size(); rule++) {
            var row = counts.get(rule);
            reports.add(new RuleReport(
                    rules.get(rule).id(),
                    rules.get(rule).cap(),
                    row == null ? 0 : row.getLong(1),
                    row == null ? 0 : row.getLong(2),
                    row == null ? 0 : row.getLong(3),
                    largest.getOrDefault(rule, List.of()),
                    comparisons.get(rule)));
        }
        return reports;
    }

    private static Map<Integer, List<Integer>> largest(Dataset<Row> blocks) {
        var bySize = Window.partitionBy("rule").orderBy(col("size").desc());
        var largest = new HashMap<Integer, List<Integer>>();
        blocks.select(rule().as("rule"), col("size"))
                .withColumn("place", row_number().over(bySize))
                .where(col("place").leq(LARGEST_SHOWN))
                .orderBy("rule", "place")
                .collectAsList()
                .forEach(row -> largest.computeIfAbsent(row.getInt(0), rule -> new ArrayList<>())
                        .add((int) row.getLong(1)));
        return largest;
    }
}
