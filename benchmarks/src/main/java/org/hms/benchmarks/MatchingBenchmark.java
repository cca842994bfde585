package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hms.matching.PersonMatcher;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.block.Candidates;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Demographics;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.MatchScore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What one record costs on its way to an identity: standardise, find candidates, score a pair. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MatchingBenchmark {

    private static final int PEOPLE = 20_000;

    private PersonMatcher matcher;
    private List<Demographics> said;
    private List<ComparablePerson> people;
    private CandidateIndex index;
    private int next;

    @Setup(Level.Trial)
    public void fill() throws IOException {
        matcher = new PersonMatcher(MatchModel.read(Path.of("config/match-model.yml")));
        said = SyntheticDemographics.of(1, PEOPLE);
        people = said.stream().map(matcher::standardise).toList();
        index = CandidateIndex.open(Files.createTempDirectory("benchmark-index"), matcher);
        for (int i = 0; i < people.size(); i++) {
            index.put("r-" + i, people.get(i));
        }
        index.refresh();
    }

    @TearDown(Level.Trial)
    public void close() throws IOException {
        index.close();
    }

    private int step() {
        next = (next + 7919) % PEOPLE;
        return next;
    }

    @Benchmark
    public ComparablePerson standardise() {
        return matcher.standardise(said.get(step()));
    }

    @Benchmark
    public MatchScore scoreARandomPair() {
        return matcher.score(people.get(step()), people.get(step()));
    }

    @Benchmark
    public Candidates findCandidatesAmong20000() {
        return index.find(people.get(step()), 256);
    }
}
