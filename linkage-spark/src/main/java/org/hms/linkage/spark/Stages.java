package org.hms.linkage.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes what each stage yields to a folder of the work and reads it from there, so that nothing is computed twice, a lost
 * machine costs one stage only and numbers given to records stay.
 */
final class Stages {
    private final SparkSession spark;
    private final String folder;
    private final Consumer<String> told;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Effort effort = new Effort();

    /** @param told hears the name of each stage as it begins */
    Stages(SparkSession spark, String folder, Consumer<String> told) {
        this.spark = spark;
        this.folder = folder;
        this.told = told;
        spark.sparkContext().addSparkListener(effort);
    }

    <T> T timed(String stage, Supplier<T> work) {
        told.accept(stage);
        spark.sparkContext().setJobDescription(stage);
        long start = System.nanoTime();
        var result = work.get();
        seconds.put(stage, (System.nanoTime() - start) / 1e9);
        return result;
    }

    Dataset<Row> written(String name, Dataset<Row> rows) {
        var path = folder + "/" + name;
        rows.write().mode("overwrite").parquet(path);
        return spark.read().schema(rows.schema()).parquet(path);
    }

    /** What the stages so far cost. */
    Map<String, StageEffort> effort() {
        var all = new LinkedHashMap<String, StageEffort>();
        seconds.forEach((stage, time) -> all.put(stage, effort.of(stage, time)));
        return all;
    }
}
