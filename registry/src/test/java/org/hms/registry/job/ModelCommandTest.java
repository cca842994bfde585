package org.hms.registry.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on models and training, on files; none of them needs a service. */
final class ModelCommandTest {
    private static final String SHIPPED = "../config/match-model.yml";

    @TempDir
    private Path directory;

    private record Ended(int code, String out, String err) {}

    private static Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void theShippedModelIsShownAndDrawn() throws IOException {
        var drawing = directory.resolve("weights.svg");

        var shown = run("model", "show", SHIPPED, "--weights", drawing.toString());

        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("given-name", "birth-date", "surname-date");
        assertThat(Files.readString(drawing)).startsWith("<svg");
    }

    @Test
    void theShippedModelIsValidAndABrokenOneIsNamedByItsKey() throws IOException {
        var broken = directory.resolve("broken.yml");
        Files.writeString(broken, Files.readString(Path.of(SHIPPED)).replace("link: 8.0", "link: eight"));

        var invalid = run("model", "validate", broken.toString());

        assertThat(run("model", "validate", SHIPPED).code()).isZero();
        assertThat(invalid.code()).isEqualTo(1);
        assertThat(invalid.out()).contains("thresholds.link");
    }

    @Test
    void aModelDiffersFromAnotherByItsPriorAndNotFromItself() throws IOException {
        var other = directory.resolve("other.yml");
        Files.writeString(
                other,
                Files.readString(Path.of(SHIPPED))
                        .replaceFirst("prior_probability: \\S+", "prior_probability: 2.0e-5"));

        var differs = run("model", "diff", SHIPPED, other.toString());

        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out()).contains("prior_probability", "2.0E-5");
        assertThat(run("model", "diff", SHIPPED, SHIPPED).code()).isZero();
    }

    @Test
    void aModelIsTrainedOnAFileOfPeopleAndReported() throws IOException {
        var columns = write("columns.yml", """
                id: id
                columns:
                  given: {as: givenName}
                  family: {as: familyName}
                  born: {as: birthDate, format: yyyyMMdd}
                """);
        var people = write("people.csv", """
                id,given,family,born
                1,Ana,Benítez,19900301
                2,Ana,Benites,19900301
                3,Luis,Rojas,19850712
                4,Juana,Vera,19771130
                """);
        var model = directory.resolve("model.yml");
        var report = directory.resolve("report.html");

        var trained = run(
                "train",
                people.toString(),
                "--columns",
                columns.toString(),
                "--out",
                model.toString(),
                "--report",
                report.toString());

        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.out()).contains("learned from 4 people");
        assertThat(run("model", "validate", model.toString()).code()).isZero();
        assertThat(Files.readString(report)).contains("<svg");
    }

    @Test
    void withoutColumnsAFileCannotBeRead() {
        var refused = run(
                "train", "people.csv", "--out", directory.resolve("model.yml").toString());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--columns");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
