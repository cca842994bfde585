package org.hms.matching.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hms.matching.score.MatchModel;
import org.hms.matching.score.ModelDraft;
import org.hms.matching.table.Blocks;
import org.hms.matching.table.PairLevels;
import org.hms.matching.table.PairWeights;
import org.hms.matching.table.PersonTable;
import org.hms.matching.table.RuleReport;
import org.hms.matching.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeduplicationTest {
    private static final int SMALL = 1_000;
    private static final String MAPPING = """
            id: id
            columns:
              given:  {as: givenName}
              first:  {as: firstFamilyName}
              second: {as: secondFamilyName}
              birth:  {as: birthDate}
              town:   {as: place}
            """;
    private static final String HEADER = "id,given,first,second,birth,town";
    private static final List<String> GIVEN = List.of(
            "Ana", "Luis", "Marta", "José", "Elena", "Pedro", "Rosa", "Juan", "Carmen", "Hugo", "Nidia", "Derlis");
    private static final List<String> FAMILY = List.of(
            "Vera", "Rojas", "Benítez", "González", "Ayala", "Zárate", "Paz", "Cabañas", "Ovelar", "Duarte", "Franco");

    @TempDir
    private Path folder;

    /** People of whom each is written up to four times, now and then with an error; the id begins with the person. */
    private static List<String> rows(long seed, int people) {
        var random = new Random(seed);
        var rows = new ArrayList<String>();
        for (int person = 0; person < people; person++) {
            var given = GIVEN.get(random.nextInt(GIVEN.size()));
            var first = FAMILY.get(random.nextInt(FAMILY.size()));
            var second = FAMILY.get(random.nextInt(FAMILY.size()));
            var birth =
                    "19%02d-%02d-%02d".formatted(random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28));
            int copies = 1 + random.nextInt(4);
            for (int copy = 0; copy < copies; copy++) {
                rows.add(String.join(
                        ",",
                        person + "-" + copy,
                        random.nextInt(8) == 0 ? given.substring(1) : given,
                        random.nextInt(8) == 0 ? second : first,
                        random.nextInt(8) == 0 ? "" : second,
                        random.nextInt(8) == 0 ? birth.substring(0, 7) : birth,
                        random.nextInt(8) == 0 ? "" : "town " + (person % 7)));
            }
        }
        return rows;
    }

    private Written table(String mapping, List<String> rows) {
        var lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Written.in(folder, mapping, lines);
    }

    private Deduplicated run(List<String> rows) {
        var written = table(MAPPING, rows);
        return Deduplication.by(StartModel.of(written.columns(), SMALL), Progress.NONE)
                .run(written.table());
    }

    private Deduplicated trained(List<String> rows) {
        var written = table(MAPPING, rows);
        return Deduplication.training(
                        StartModel.of(written.columns(), SMALL),
                        TrainingSettings.defaults(1, rows.size()),
                        Progress.NONE)
                .run(written.table());
    }

    private String outputs(List<String> rows) throws IOException {
        return written(run(rows));
    }

    private String written(Deduplicated result) throws IOException {
        result.writeClusters(folder.resolve("clusters.csv"));
        result.writePairs(folder.resolve("pairs.csv"));
        result.writeUnreached(folder.resolve("unreached.csv"));
        return Files.readString(folder.resolve("clusters.csv"))
                + Files.readString(folder.resolve("pairs.csv"))
                + Files.readString(folder.resolve("unreached.csv"));
    }

    @Test
    void twentyShufflesOfTheRowsGiveTheSameFilesByteForByte() throws IOException {
        var rows = rows(7, 150);
        var expected = outputs(rows);
        for (int shuffle = 0; shuffle < 20; shuffle++) {
            Collections.shuffle(rows, new Random(shuffle));

            assertThat(outputs(rows)).isEqualTo(expected);
        }
    }

    @Test
    void soTheyDoWhereTheModelIsLearnedFromThem() throws IOException {
        var rows = rows(8, 300);
        var expected = written(trained(rows));
        for (int shuffle = 0; shuffle < 3; shuffle++) {
            Collections.shuffle(rows, new Random(shuffle));
            var again = trained(rows);

            assertThat(written(again)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aModelThatWasLearnedGivesTheClustersOfTheRunThatLearnedIt(long seed) throws IOException {
        var rows = rows(seed, 300);
        var learned = trained(rows);
        learned.model().write(folder.resolve("model.yml"));

        var again = Deduplication.by(MatchModel.read(folder.resolve("model.yml")), Progress.NONE)
                .run(table(MAPPING, rows).table());

        assertThat(again.clusters()).isEqualTo(learned.clusters());
        assertThat(again.report().comparisons()).isEqualTo(learned.report().comparisons());
        assertThat(again.report().pairsKept()).isEqualTo(learned.report().pairsKept());
        assertThat(again.report().modelHash()).isEqualTo(learned.report().modelHash());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whereEachFileHoldsAPersonOnceNoTwoOfItsRecordsAreJoined(long seed) throws IOException {
        var rows = rows(seed, 200);
        var files = new ArrayList<Path>();
        for (int file = 0; file < 3; file++) {
            int number = file;
            var lines = new ArrayList<>(List.of(HEADER));
            lines.addAll(IntStream.range(0, rows.size())
                    .filter(i -> i % 3 == number)
                    .mapToObj(i -> "f" + number + "-" + rows.get(i))
                    .toList());
            files.add(Files.write(folder.resolve(file + ".csv"), lines));
        }
        var mapping = table(MAPPING + "linkOnly: true\n", rows).columns();
        var table = PersonFile.read(files, mapping, Progress.NONE);
        var start = StartModel.of(mapping, SMALL);

        for (var result : List.of(
                Deduplication.by(start, Progress.NONE).run(table),
                Deduplication.training(start, TrainingSettings.defaults(1, table.size()), Progress.NONE)
                        .run(table))) {
            var seen = new HashSet<String>();
            result.clusters()
                    .forEach((record, cluster) -> assertThat(seen.add(cluster + " " + record.substring(0, 2)))
                            .as("one record of a file in a cluster")
                            .isTrue());
            assertThat(result.report().clusters()).isLessThan(table.size());
        }
    }

    @Test
    void everyRecordIsInOneClusterAndWrittenOnce() throws IOException {
        var rows = rows(11, 200);
        run(rows).writeClusters(folder.resolve("clusters.csv"));

        var lines = Files.readAllLines(folder.resolve("clusters.csv"));

        assertThat(lines.getFirst()).isEqualTo("cluster_id,record_id");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[1]))
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.split(",")[0]).toList());
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachPairThatSharesAnOpenBlockIsComparedOnceAndWeighsWhatTheModelSays(long seed) {
        var written = table(MAPPING, rows(seed, 60));
        var table = written.table();
        var model = StartModel.of(written.columns(), SMALL);
        var blocks = Blocks.of(model.blockingRules(), table, Long.MAX_VALUE);
        var weights = new PairWeights(model, new PairLevels(model.comparisons(), table));
        var pairs = new PairScoring(weights, table, Double.NEGATIVE_INFINITY)
                .score(blocks, blocks.openedBy(model.blockingRules()), Progress.NONE);

        assertThat(pairs.size())
                .isEqualTo((int) Arrays.stream(pairs.comparisons()).sum());
        for (int left = 0; left < table.size(); left++) {
            for (int right = left + 1; right < table.size(); right++) {
                int at = pairs.find(left, right);
                assertThat(at >= 0).isEqualTo(sharesAnOpenBlock(model, table, left, right));
                if (at >= 0) {
                    var score = model.score(table.person(left), table.person(right));
                    assertThat(pairs.weights()[at]).isCloseTo(score.weight(), within(1e-9));
                }
            }
        }
    }

    private static boolean sharesAnOpenBlock(MatchModel model, PersonTable table, int left, int right) {
        for (var rule : model.blockingRules()) {
            var shared = new HashSet<>(rule.keys(table.person(left)));
            shared.retainAll(rule.keys(table.person(right)));
            for (var key : shared) {
                long size = IntStream.range(0, table.size())
                        .filter(i -> rule.keys(table.person(i)).contains(key))
                        .count();
                if (size <= rule.cap()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aBlockAboveTheCapIsCountedAndItsRecordsAreListed() throws IOException {
        var rows = new ArrayList<String>();
        for (int i = 0; i < 500; i++) {
            rows.add(i + ",Ana,Vera,,,");
        }
        rows.add("none,,,,,");
        var written = table(MAPPING, rows);
        var start = StartModel.of(written.columns(), SMALL);
        var draft = ModelDraft.of(start);
        start.blockingRules().forEach(rule -> draft.cap(rule.id(), 499));
        var result = Deduplication.by(draft.build(), Progress.NONE).run(written.table());
        result.writeUnreached(folder.resolve("unreached.csv"));

        assertThat(result.report().rules().stream()
                        .mapToLong(RuleReport::overflows)
                        .sum())
                .isPositive();
        assertThat(result.report().onlyOverflows()).isEqualTo(500);
        assertThat(result.report().withoutKey()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("unreached.csv")))
                .hasSize(502)
                .contains("none,no-key", "17,only-overflows");
    }

    @Test
    void aComponentAboveTheCapIsCutAtAHigherWeightAndReported() {
        int records = 12;
        var pairs = new long[records - 1];
        var weights = new double[records - 1];
        for (int i = 0; i < records - 1; i++) {
            pairs[i] = (long) i << 32 | i + 1;
            weights[i] = i % 4 == 3 ? 7 : 20;
        }
        var scored = ScoredPairs.of(records, new long[1], List.of(new ScoredPairs.Part(pairs, weights)));

        var components = Components.of(scored, 6, 5);

        assertThat(components.parts()).hasSize(3).allMatch(part -> part.length == 4);
        assertThat(components.cuts()).containsExactly(new ComponentCut(12, 8, 3));
    }
}
