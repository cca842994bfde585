package org.hms.linkage.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what Spark's tasks report, by the name of our stage, so that larger runs can be reckoned from smaller ones. */
final class Effort extends SparkListener {
    private static final String DESCRIPTION = "spark.job.description";

    private final Map<Integer, String> stages = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanoseconds = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> bytes = new ConcurrentHashMap<>();

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        var properties = submitted.properties();
        if (properties != null && properties.getProperty(DESCRIPTION) != null) {
            stages.put(submitted.stageInfo().stageId(), properties.getProperty(DESCRIPTION));
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        var stage = stages.get(ended.stageId());
        var metrics = ended.taskMetrics();
        if (stage != null && metrics != null) {
            nanoseconds.computeIfAbsent(stage, name -> new LongAdder()).add(metrics.executorCpuTime());
            bytes.computeIfAbsent(stage, name -> new LongAdder())
                    .add(metrics.shuffleWriteMetrics().bytesWritten());
        }
    }

    StageEffort of(String stage, double seconds) {
        return new StageEffort(seconds, sum(nanoseconds, stage) / 1e9, sum(bytes, stage));
    }

    private static long sum(Map<String, LongAdder> sums, String stage) {
        var sum = sums.get(stage);
        return sum == null ? 0 : sum.sum();
    }
}
