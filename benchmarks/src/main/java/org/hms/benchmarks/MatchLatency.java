package org.hms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.hms.matching.PersonMatcher;
import org.hms.matching.batch.ColumnMapping;
import org.hms.matching.batch.PersonFile;
import org.hms.matching.batch.Progress;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.score.MatchModel;

/**
 * How long it takes to find out who somebody is among the records of a person file: blocks in the index, then a score of each
 * candidate, one client. {@code MatchLatency DIR}, with people.csv and columns.yml there. The web, guards and audit are not in it.
 */
public final class MatchLatency {
    private static final int WARM_UP = 3_000;
    private static final int QUESTIONS = 10_000;
    private static final int CANDIDATES = 256;

    private MatchLatency() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var mapping = ColumnMapping.read(folder.resolve("columns.yml"));
        var table = PersonFile.read(List.of(folder.resolve("people.csv")), mapping, Progress.NONE);
        var matcher = new PersonMatcher(MatchModel.read(Path.of("config/match-model.yml")));
        try (var index = CandidateIndex.open(Files.createTempDirectory("benchmark-index"), matcher)) {
            long began = System.nanoTime();
            for (int record = 0; record < table.size(); record++) {
                index.put(table.ids().get(record), table.person(record));
            }
            index.refresh();
            System.out.printf(
                    Locale.ROOT, "%,d records indexed in %.1f s%n", table.size(), (System.nanoTime() - began) / 1e9);
            var random = new SplittableRandom(1);
            var micros = new double[QUESTIONS];
            long candidates = 0;
            for (int i = -WARM_UP; i < QUESTIONS; i++) {
                var probe = table.person(random.nextInt(table.size()));
                long start = System.nanoTime();
                var found = index.find(probe, CANDIDATES).candidates();
                for (var candidate : found) {
                    matcher.score(probe, candidate.person());
                }
                if (i >= 0) {
                    micros[i] = (System.nanoTime() - start) / 1e3;
                    candidates += found.size();
                }
            }
            Arrays.sort(micros);
            System.out.printf(
                    Locale.ROOT,
                    "%.1f candidates each; p50 %.0f, p99 %.0f, most %.0f microseconds%n",
                    (double) candidates / QUESTIONS,
                    micros[QUESTIONS / 2],
                    micros[QUESTIONS * 99 / 100],
                    micros[QUESTIONS - 1]);
        }
    }
}
