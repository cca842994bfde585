package org.hms.linkage.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Starts Spark: on this machine quietly and without a port that others reach, on a cluster as the cluster is configured. */
final class LinkageSession {
    private static final String MASTER = "spark.master";

    private LinkageSession() {}

    /**
     * @param master null for what spark-submit says, else two threads of this machine
     * @param partitions of each shuffle; null for what Spark is configured to
     */
    static SparkSession start(@Nullable String master, @Nullable Integer partitions) {
        var conf = new SparkConf(true);
        if (master != null || !conf.contains(MASTER)) {
            conf.setMaster(master == null ? "local[2]" : master);
        }
        conf.setIfMissing("spark.app.name", "linkage-spark");
        // The mapping's encoding is any that Java knows, as on one machine.
        conf.set("spark.sql.legacy.javaCharsets", "true");
        if (partitions != null) {
            conf.set("spark.sql.shuffle.partitions", String.valueOf(partitions));
        }
        if (conf.get(MASTER).startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.ui.showConsoleProgress", "false");
            conf.set("spark.driver.host", "127.0.0.1");
            conf.set("spark.driver.bindAddress", "127.0.0.1");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }
}
