package org.hms.registry.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DedupeCommandTest {

    private static final String MAPPING = """
            id: id
            columns:
              given:    {as: givenName}
              family:   {as: familyName}
              birth:    {as: birthDate}
              sex:      {as: sex}
              district: {as: place}
              phone:    {as: phone}
            """;

    @TempDir
    private Path home;

    private Path people = Path.of("");
    private Path mapping = Path.of("");
    private Path truth = Path.of("");

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void writeSyntheticPeople() throws IOException {
        var lines = new ArrayList<>(List.of("id,given,family,birth,sex,district,phone"));
        var persons = new ArrayList<>(List.of("record_id,person_id"));
        try (var records = Population.of(7, 1_500).records()) {
            records.forEach(record -> {
                var id = record.source() + "-" + record.sourceRecordId();
                lines.add(row(id, record));
                persons.add(id + "," + record.personId());
            });
        }
        people = Files.write(home.resolve("people.csv"), lines);
        truth = Files.write(home.resolve("truth.csv"), persons);
        mapping = Files.writeString(home.resolve("columns.yml"), MAPPING);
    }

    private static String row(String id, SyntheticRecord record) {
        var district = record.district();
        var birth = record.birthDate();
        return List.of(
                        id,
                        String.join(" ", record.name().given()),
                        String.join(" ", record.name().family()),
                        birth == null ? "" : birth,
                        record.sex(),
                        district == null ? "" : district,
                        record.phones().stream().findFirst().orElse(""))
                .stream()
                .map(cell -> '"' + cell.replace("\"", "") + '"')
                .collect(Collectors.joining(","));
    }

    private static Ended run(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void aFileIsTrainedOnDividedIntoPeopleAndJudgedByTheTruth() throws IOException {
        var result = home.resolve("result");
        var ended = run("dedupe", people, "--config", mapping, "--train", "--out", result, "--quiet", "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(ended.out())
                        .at("/report/records")
                        .asInt())
                .isEqualTo(1_500);
        assertThat(result)
                .isDirectoryContaining("glob:**/pairs.csv")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/training.html")
                .isDirectoryContaining("glob:**/unreached.csv");
        assertThat(Files.readAllLines(result.resolve("clusters.csv"))).hasSize(1_501);

        var judged = run("evaluate", "--truth", truth, "--clusters", result.resolve("clusters.csv"), "--json");
        var figures = new ObjectMapper().readTree(judged.out());
        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(figures.path("pairwiseF1").asDouble()).isGreaterThan(0.9);
        assertThat(figures.path("clusterF1").asDouble()).isGreaterThan(0.9);
    }

    @Test
    void theModelOfOneRunServesTheNext() throws IOException {
        var first = home.resolve("first");
        var second = home.resolve("second");
        run("dedupe", people, "--config", mapping, "--train", "--out", first, "--quiet");

        var ended = run(
                "dedupe",
                people,
                "--config",
                mapping,
                "--model",
                first.resolve("model.yml"),
                "--out",
                second,
                "--quiet");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(second.resolve("clusters.csv")).hasSameTextualContentAs(first.resolve("clusters.csv"));
        assertThat(second.resolve("pairs.csv")).hasSameTextualContentAs(first.resolve("pairs.csv"));
        assertThat(second.resolve("model.yml")).hasSameTextualContentAs(first.resolve("model.yml"));
    }

    /** As if the machine had failed while pairs were scored. */
    @Test
    void aStoppedRunGoesOnWithWhatItHadLearned() throws IOException {
        var whole = home.resolve("whole");
        var stopped = home.resolve("stopped");
        run("dedupe", people, "--config", mapping, "--train", "--out", whole, "--quiet");
        run("dedupe", people, "--config", mapping, "--train", "--out", stopped, "--quiet");
        for (var lost : List.of("clusters.csv", "pairs.csv", "unreached.csv", "report.json")) {
            Files.delete(stopped.resolve(lost));
        }

        run("dedupe", people, "--config", mapping, "--train", "--resume", "--out", stopped, "--quiet");

        assertThat(stagesOf(stopped)).contains("score").doesNotContain("train");
        for (var written : List.of("clusters.csv", "pairs.csv", "unreached.csv", "model.yml")) {
            assertThat(stopped.resolve(written)).hasSameTextualContentAs(whole.resolve(written));
        }
    }

    @Test
    void whatWasLearnedFromOtherRowsIsNotTakenUp() throws IOException {
        var result = home.resolve("result");
        run("dedupe", people, "--config", mapping, "--train", "--out", result, "--quiet");
        Files.writeString(people, Files.readString(people) + "new,Ana,Vera,1990-03-17,female,,\n");

        run("dedupe", people, "--config", mapping, "--train", "--resume", "--out", result, "--quiet");

        assertThat(stagesOf(result)).contains("train");
    }

    private static List<String> stagesOf(Path result) throws IOException {
        var report = new ObjectMapper().readTree(result.resolve("report.json").toFile());
        var stages = new ArrayList<String>();
        report.path("seconds").fieldNames().forEachRemaining(stages::add);
        return stages;
    }

    @Test
    void theTruthTellsWhatEachRuleFinds() throws IOException {
        var result = home.resolve("result");
        var ended = run("dedupe", people, "--config", mapping, "--truth", truth, "--out", result, "--quiet", "--json");

        var recalls = new ObjectMapper().readTree(ended.out()).at("/report/recalls");
        double before = 0;
        for (var recall : recalls) {
            assertThat(recall.path("cumulativeRecall").asDouble()).isBetween(before, 1.0);
            before = recall.path("cumulativeRecall").asDouble();
        }
        assertThat(before).isGreaterThan(0.95);
        assertThat(result.resolve("report.html")).content().contains("share found so far");
    }

    @Test
    void aRowWithoutAnIdIsLeftOutAndTheExitCodeIsThree() throws IOException {
        Files.writeString(people, Files.readString(people) + ",Ana,Vera,,,,\n");

        var ended = run("dedupe", people, "--config", mapping, "--out", home.resolve("result"), "--quiet");

        assertThat(ended.code()).isEqualTo(RegistryCommand.REJECTED_ROWS);
        assertThat(ended.out()).contains("1 rows have no id and were left out");
    }

    @Test
    void whatCannotBeReadIsSaidInASentenceWithExitCodeOne() throws IOException {
        Files.writeString(mapping, "id: id\ncolumns: {given: {as: shoeSize}}\n");

        var unknown = run("dedupe", people, "--config", mapping, "--out", home.resolve("result"), "--quiet");
        var absent = run("dedupe", "nowhere.csv", "--config", mapping, "--out", home.resolve("result"), "--quiet");

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("shoeSize").doesNotContain("\tat ");
        assertThat(absent.code()).isEqualTo(1);
        assertThat(absent.err()).contains("nowhere.csv");
    }

    @Test
    void withoutAFolderForTheResultTheUsageIsSaidWithExitCodeTwo() {
        assertThat(run("dedupe", people, "--config", mapping).code()).isEqualTo(2);
        assertThat(run("evaluate", "--truth", truth).code()).isEqualTo(2);
    }
}
