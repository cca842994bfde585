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
import org.hms.seed.people.Population;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateLinkageCommandTest {
    private static final String MAPPING = """
            id: id
            columns:
              given:  {as: givenName}
              family: {as: familyName}
              birth:  {as: birthDate}
              sex:    {as: sex}
            """;

    @TempDir
    private Path home;

    private Path left = Path.of("");
    private Path right = Path.of("");
    private Path mapping = Path.of("");
    private Path secret = Path.of("");

    private record Ended(int code, String out, String err) {}

    /** Every second person is in both files, with a surname that lost its last letter in the second. */
    @BeforeEach
    void writePeople() throws IOException {
        var lefts = new ArrayList<>(List.of("id,given,family,birth,sex"));
        var rights = new ArrayList<>(lefts);
        var persons = new ArrayList<Long>();
        try (var records = Population.of(7, 1_500).records()) {
            records.filter(record -> record.birthDate() != null
                            && !record.name().family().isEmpty())
                    .forEach(record -> {
                        var given = String.join(" ", record.name().given());
                        var family = String.join(" ", record.name().family());
                        long person = Math.abs((long) record.personId().hashCode());
                        if (given.isBlank() || family.length() < 4 || persons.contains(person)) {
                            return;
                        }
                        persons.add(person);
                        var rest = "," + record.birthDate() + "," + record.sex();
                        lefts.add(person + "," + given + "," + family + rest);
                        if (persons.size() % 2 == 0) {
                            rights.add(person + "," + given + "," + family.substring(0, family.length() - 1) + rest);
                        }
                    });
        }
        left = Files.write(home.resolve("left.csv"), lefts);
        right = Files.write(home.resolve("right.csv"), rights);
        mapping = Files.writeString(home.resolve("columns.yml"), MAPPING);
        secret = Files.writeString(home.resolve("secret"), "a secret of the partners\n");
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

    private Ended encode(Path people, Path secretFile, Path encoded) {
        return run(
                "encode",
                people,
                "--config",
                mapping,
                "--secret-file",
                secretFile,
                "--out",
                encoded,
                "--quiet",
                "--json");
    }

    @Test
    void twoPartnersEncodeAndAThirdLinksWithoutTheSecret() throws IOException {
        var ours = encode(left, secret, home.resolve("ours.csv"));
        var theirs = encode(right, secret, home.resolve("theirs.csv"));
        assertThat(ours.code()).as(ours.err()).isZero();
        assertThat(theirs.code()).as(theirs.err()).isZero();
        assertThat(Files.readString(home.resolve("ours.csv"))).doesNotContain("a secret of the partners");

        var result = home.resolve("result");
        var ended = run(
                "link-encoded",
                home.resolve("ours.csv"),
                home.resolve("theirs.csv"),
                "--out",
                result,
                "--quiet",
                "--json");

        assertThat(ended.code()).as(ended.err()).isZero();
        var pairs = Files.readAllLines(result.resolve("pairs.csv"));
        int right = new ObjectMapper().readTree(ended.out()).path("right").asInt();
        assertThat(pairs.getFirst()).isEqualTo("left,right,similarity,margin");
        var found = pairs.stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(cells[1]))
                .count();
        assertThat(found).isGreaterThan(right * 97L / 100);
        assertThat(pairs.size() - 1 - found).isLessThan(right / 30);
        assertThat(new ObjectMapper()
                        .readTree(result.resolve("report.json").toFile())
                        .path("thresholdFrom")
                        .asText())
                .isEqualTo("chosen");
    }

    @Test
    void aThresholdGivenIsUsed() throws IOException {
        encode(left, secret, home.resolve("ours.csv"));
        encode(right, secret, home.resolve("theirs.csv"));
        var ended = run(
                "link-encoded",
                home.resolve("ours.csv"),
                home.resolve("theirs.csv"),
                "--threshold",
                "0.99",
                "--out",
                home.resolve("result"),
                "--quiet");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("0.990 on (given)");
        assertThat(run("link-encoded", "a", "b", "--threshold", "x", "--out", "c")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void anotherSecretAndAShortOneAreToldInASentence() throws IOException {
        var other = Files.writeString(home.resolve("other"), "a secret of somebody else\n");
        var small = Files.writeString(home.resolve("small"), "hunter2\n");
        encode(left, secret, home.resolve("ours.csv"));
        encode(right, other, home.resolve("theirs.csv"));

        var linked = run(
                "link-encoded",
                home.resolve("ours.csv"),
                home.resolve("theirs.csv"),
                "--out",
                home.resolve("result"),
                "--quiet");
        var refused = encode(left, small, home.resolve("small.csv"));

        assertThat(linked.code()).isEqualTo(1);
        assertThat(linked.err()).contains("different secrets").doesNotContain("\tat ");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("16 bytes").doesNotContain("hunter2");
    }

    @Test
    void aRowWithoutANameIsLeftOutAndTheExitCodeIsThree() throws IOException {
        Files.writeString(left, Files.readString(left) + "x,,,1980-01-01,male\n");

        var ended = encode(left, secret, home.resolve("ours.csv"));

        assertThat(ended.code()).isEqualTo(RegistryCommand.REJECTED_ROWS);
        assertThat(new ObjectMapper()
                        .readTree(ended.out())
                        .path("rowsWithoutName")
                        .asInt())
                .isOne();
    }

    @Test
    void aSchemaFileIsUsedAndAWrongOneNamed() throws IOException {
        var schema = Files.writeString(home.resolve("schema.yml"), "version: x\nbits: 7\n");
        var ended = run(
                "encode",
                left,
                "--config",
                mapping,
                "--secret-file",
                secret,
                "--schema",
                schema,
                "--out",
                home.resolve("ours.csv"),
                "--quiet");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("bits");
    }
}
