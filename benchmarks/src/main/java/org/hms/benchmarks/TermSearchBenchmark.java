package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hms.seed.SeedData;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a coder waits for: words in Guaraní to concepts with their mappings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TermSearchBenchmark {

    /** As written, in a sentence, with a slip of the finger, as a pain construction. */
    @Param({"akanundu", "che akanundu ha che resa ruru", "akanumdu", "hasy cheve che akã"})
    public String words;

    private TerminologyService service;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        service = TerminologyService.open(Files.createTempDirectory("benchmark-terms"));
        service.lexicons().loadLexicon(SeedData.open(SeedData.dataSet("guarani-lexicon")), "benchmark");
    }

    @TearDown(Level.Trial)
    public void close() {
        service.close();
    }

    @Benchmark
    public List<TermHit> search() {
        return service.search(TermQuery.of(words, 10).in("gn"));
    }
}
