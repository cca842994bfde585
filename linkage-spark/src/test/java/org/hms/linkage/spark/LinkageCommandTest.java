package org.hms.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hms.matching.batch.Deduplicated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command on two threads of this machine against the deduplication on one machine. */
final class LinkageCommandTest {
    private static final int ROWS_LEFT_OUT = 3;

    @TempDir
    private static Path folder;

    private static SyntheticFile file;
    private static Deduplicated expected;

    @BeforeAll
    static void onOneMachine() throws IOException {
        file = SyntheticFile.in(folder, 2_000);
        expected = file.onOneMachine();
        var one = Files.createDirectories(folder.resolve("one"));
        expected.writeClusters(one.resolve("clusters.csv"));
        expected.writePairs(one.resolve("pairs.csv"));
        expected.writeUnreached(one.resolve("unreached.csv"));
    }

    @Test
    void clustersPairsAndUnreachedRecordsAreThoseOfOneMachine() throws IOException {
        var out = run("csv", file.people());

        assertSameFiles(out);
        var report = report(out);
        assertThat(report.path("comparisons").longValue())
                .isEqualTo(expected.report().comparisons());
        assertThat(report.path("rowsWithoutId").longValue()).isEqualTo(1);
        assertThat(report.path("clusters").longValue())
                .isEqualTo(expected.report().clusters());
        assertThat(report.path("rules").toString())
                .isEqualTo(
                        new ObjectMapper().writeValueAsString(expected.report().rules()));
        assertThat(report.path("cuts").toString())
                .isEqualTo(
                        new ObjectMapper().writeValueAsString(expected.report().cuts()))
                .isNotEqualTo("[]");
        assertThat(out.resolve("work")).doesNotExist();
    }

    @Test
    void parquetAndBlocksScoredInPartsChangeNothing() throws IOException {
        var parquet = folder.resolve("people.parquet");
        try (var spark = LinkageSession.start(null, 2)) {
            spark.read()
                    .option("header", "true")
                    .option("escape", "\"")
                    .csv(file.people().toString())
                    .repartition(3)
                    .write()
                    .parquet(parquet.toString());
        }

        assertSameFiles(run("parquet", parquet, "--part-size", "2"));
    }

    @Test
    void filesThatHoldEachPersonOnceAreRefused() throws IOException {
        var linkOnly = Files.writeString(
                folder.resolve("link-only.yml"), Files.readString(file.columns()) + "linkOnly: true\n");
        var said = new StringWriter();
        int code = new CommandLine(new LinkageCommand())
                .setErr(new PrintWriter(said))
                .execute(
                        file.people().toString(),
                        "--config",
                        linkOnly.toString(),
                        "--model",
                        file.model().toString(),
                        "--out",
                        folder.resolve("refused").toString());

        assertThat(code).isEqualTo(CommandLine.ExitCode.SOFTWARE);
        assertThat(said.toString()).contains("linkOnly");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    /** One machine writes its lines in another order, which nobody relies on. */
    private static void assertSameFiles(Path out) throws IOException {
        for (var name : List.of("clusters.csv", "pairs.csv", "unreached.csv")) {
            assertThat(Files.readAllLines(out.resolve(name)))
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(
                            Files.readAllLines(folder.resolve("one").resolve(name)));
        }
        assertThat(out.resolve("model.yml")).hasSameTextualContentAs(file.model());
    }

    private static Path run(String name, Path people, String... options) {
        var out = folder.resolve(name);
        var arguments = new ArrayList<>(List.of(people.toString(), "--quiet", "--partitions", "3"));
        arguments.addAll(List.of(
                "--config", file.columns().toString(), "--model", file.model().toString()));
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(List.of(options));
        var said = new StringWriter();
        var command = new CommandLine(new LinkageCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said));
        assertThat(command.execute(arguments.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(ROWS_LEFT_OUT);
        return out;
    }

    private static JsonNode report(Path out) throws IOException {
        return new ObjectMapper().readTree(out.resolve("report.json").toFile());
    }
}
