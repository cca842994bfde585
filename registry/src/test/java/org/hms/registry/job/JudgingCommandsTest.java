package org.hms.registry.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hms.matching.score.MatchModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scored pairs judged by the truth, and a model corrected by labels; on files, without a service. */
final class JudgingCommandsTest {
    private static final Path SHIPPED = Path.of("../config/match-model.yml");

    @TempDir
    private Path home;

    private record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
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

    private Path write(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content);
    }

    private Path truth() throws IOException {
        return write("truth.csv", """
                record_id,person
                a,1
                b,1
                c,1
                d,2
                e,2
                """);
    }

    private Path pairs() throws IOException {
        return write("pairs.csv", """
                left,right,weight,probability
                a,b,9.5,0.99
                b,d,7.25,0.99
                d,e,5.0,0.97
                a,c,2.0,0.8
                a,z,1.0,0.6
                c,d,-1.0,0.3
                """);
    }

    @Test
    void scoredPairsAreJudgedByTheTruthAndTheMistakesListed() throws IOException {
        var out = home.resolve("judged");

        var judged =
                run("evaluate", "--truth", truth(), "--pairs", pairs(), "--link-from", "4", "--out", out, "--json");

        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(judged.json().path("truePairs").asInt()).isEqualTo(4);
        assertThat(judged.json().path("truePairsScored").asInt()).isEqualTo(3);
        assertThat(judged.json().path("pairsOfOthers").asInt()).isEqualTo(1);
        assertThat(judged.json().path("bestWeight").asDouble()).isEqualTo(2);
        assertThat(judged.json().path("bestF1").asDouble()).isCloseTo(0.75, within(1e-9));
        assertThat(out.resolve("false-positives.csv")).hasContent("left,right,weight\nb,d,7.25\n");
        assertThat(out.resolve("false-negatives.csv")).hasContent("left,right,weight\na,c,2.0\nb,c,\n");
        assertThat(Files.readString(out.resolve("evaluation.html")))
                .contains("<svg", "bestF1")
                .doesNotContain("<script", "src=", "href=");
        assertThat(Files.readString(out.resolve("thresholds.svg"))).startsWith("<svg");
        assertThat(new ObjectMapper()
                        .readTree(out.resolve("thresholds.json").toFile())
                        .at("/curve/points"))
                .hasSize(5);
    }

    @Test
    void clustersAndPairsAreJudgedTogether() throws IOException {
        var clusters = write("clusters.csv", """
                cluster_id,record_id
                a,a
                a,b
                a,c
                a,d
                e,e
                """);
        var out = home.resolve("judged");

        var judged =
                run("evaluate", "--truth", truth(), "--clusters", clusters, "--pairs", pairs(), "--out", out, "--json");

        assertThat(judged.code()).as(judged.err()).isZero();
        assertThat(judged.json().path("pairwiseRecall").asDouble()).isEqualTo(0.75);
        assertThat(judged.json().has("bestF1")).isTrue();
        assertThat(out.resolve("false-positives.csv")).hasContent("left,right,weight\nb,d,7.25\nc,d,-1.0\n");
        assertThat(out.resolve("false-negatives.csv")).hasContent("left,right,weight\nd,e,5.0\n");
    }

    @Test
    void withoutPairsThereIsNothingToWriteAndTheUsageIsSaid() throws IOException {
        assertThat(run("evaluate", "--truth", truth()).code()).isEqualTo(2);
        assertThat(run("evaluate", "--truth", truth(), "--out", home).code()).isEqualTo(2);
    }

    /** Weights that say two bits too much. */
    private void writeLabels(int size) throws IOException {
        var random = new SplittableRandom(2026);
        var scored = new ArrayList<>(List.of("left,right,weight,probability"));
        var labels = new ArrayList<>(List.of("left,right,match"));
        for (int i = 0; i < size; i++) {
            double weight = random.nextDouble(-8, 20);
            boolean match = random.nextDouble() < 1 / (1 + Math.pow(2, 2 - weight));
            scored.add("l" + i + ",r" + i + "," + weight + ",0");
            labels.add("r" + i + ",l" + i + "," + (match ? "true" : "no"));
        }
        labels.add("l0,l1,false");
        Files.write(home.resolve("scored.csv"), scored);
        Files.write(home.resolve("labels.csv"), labels);
    }

    private Ended calibrate(Object... more) {
        var arguments = new ArrayList<Object>(List.of(
                "model",
                "calibrate",
                "--model",
                SHIPPED,
                "--pairs",
                home.resolve("scored.csv"),
                "--labels",
                home.resolve("labels.csv"),
                "--out",
                home.resolve("calibrated.yml")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray());
    }

    @Test
    void labelsCorrectPriorAndThresholds() throws IOException {
        writeLabels(6_000);

        var ended = calibrate("--precision", ".97", "--report", home.resolve("report.html"), "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.json().path("labelsNeverScored").asInt()).isEqualTo(1);
        assertThat(ended.json().at("/calibration/priorShift").asDouble()).isCloseTo(-2, within(0.4));
        assertThat(ended.json().at("/calibration/link/supported").asBoolean()).isTrue();
        var calibrated = MatchModel.read(home.resolve("calibrated.yml"));
        var before = MatchModel.read(SHIPPED);
        assertThat(calibrated.priorWeight()).isCloseTo(before.priorWeight() - 2, within(0.4));
        assertThat(calibrated.thresholds().linkWeight()).isBetween(1.0, 7.0);
        assertThat(calibrated.thresholds().margin())
                .isEqualTo(before.thresholds().margin());
        assertThat(calibrated.blockingRules()).isEqualTo(before.blockingRules());
        assertThat(home.resolve("report.html")).content().contains("<svg", "Platt");
    }

    @Test
    void fewLabelsAreSaidToBeFewAndTheThresholdsStay() throws IOException {
        writeLabels(50);

        var ended = calibrate();

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("every figure here is rough", "threshold stays");
        assertThat(MatchModel.read(home.resolve("calibrated.yml")).thresholds())
                .isEqualTo(MatchModel.read(SHIPPED).thresholds());
    }

    @Test
    void whatCannotBeReadIsSaidByFileAndLine() throws IOException {
        writeLabels(5);
        Files.writeString(home.resolve("labels.csv"), "left,right,match\nl0,r0,maybe\n");
        var unclear = calibrate();
        Files.writeString(home.resolve("labels.csv"), "left,right,verdict\n");
        var nameless = calibrate();

        assertThat(unclear.code()).isEqualTo(1);
        assertThat(unclear.err()).contains("labels.csv, line 2", "true or false");
        assertThat(nameless.err()).contains("no column match");
    }
}
