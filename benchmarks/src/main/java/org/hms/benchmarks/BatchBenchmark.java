package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.Progress;
import org.hms.matching.batch.StartModel;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.Neighbours;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PairWeights;
import org.hms.matching.train.ModelTrainer;
import org.hms.matching.train.TrainingSettings;
import org.hms.seed.hard.HardPeople;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pairs weighed in a second on one core: those that blocking brings together in 100,000 hard records, by a trained model. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class BatchBenchmark {
    private static final int RECORDS = 100_000;
    private static final int PAIRS = 500_000;
    private static final double LEAST = -2;

    /** A record with those that share a block with it. */
    private record Candidates(int record, int[] others) {}

    private final List<Candidates> candidates = new ArrayList<>();
    private PairWeights.Reader reader;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        var folder = Files.createTempDirectory("benchmark-people");
        HardPeople.write(7, RECORDS, folder);
        var mapping = ColumnMapping.read(folder.resolve("columns.yml"));
        var table = PersonFile.read(List.of(folder.resolve("people.csv")), mapping, Progress.NONE);
        var settings = TrainingSettings.defaults(1, RECORDS);
        var model = new ModelTrainer(settings)
                .train(StartModel.of(mapping, RECORDS), table)
                .model();
        var neighbours = Neighbours.all(Blocks.of(model.blockingRules(), table, Long.MAX_VALUE), table);
        int pairs = 0;
        for (int record = 0; pairs < PAIRS; record = (record + 1) % RECORDS) {
            int count = Math.min(neighbours.find(record), PAIRS - pairs);
            var others = new int[count];
            System.arraycopy(neighbours.found(), 0, others, 0, count);
            candidates.add(new Candidates(record, others));
            pairs += count;
        }
        reader = new PairWeights(model, new PairLevels(model.comparisons(), table)).reader();
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public double weighPairs() {
        double sum = 0;
        for (int i = 0; i < candidates.size(); i++) {
            var each = candidates.get(i);
            double[] weights = reader.weights(each.record(), each.others(), each.others().length, LEAST);
            sum += each.others().length == 0 ? 0 : Math.max(weights[0], LEAST);
        }
        return sum;
    }
}
