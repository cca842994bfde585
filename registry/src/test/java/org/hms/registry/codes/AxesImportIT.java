package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.job.CommandLines;
import org.hms.registry.job.RegistryCommand;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator brings the axes of a release of ICD-11, here one of made-up codes, and clusters are judged by them from then on. */
@ExtendWith(SharedRegistry.class)
final class AxesImportIT {
    private static final String URL = "http://id.who.int/icd/release/11/mms";
    /** Older than any other that may be at hand: over FHIR it answers only where it is named. */
    private static final String RELEASE = "1999-01";

    private static final String TABULATION =
            """
            Foundation URI\tLinearization URI\tCode\tBlockId\tTitle\tClassKind
            @1\t#1\t\t\tInvented chapter\tchapter
            @2\t#2\tQ1\t\t- Invented condition\tcategory
            @3\t#3\tQ2\t\t- Condition with a cause\tcategory
            @4\t#4\tQ3\t\t- Invented cause\tcategory
            @979408586\t#979408586\t\t\tInvented extensions\tchapter
            @1435602785\t#1435602785\t\t\t- Invented sides\tblock
            @5\t#5\tX1\t\t- - One side\tcategory
            @6\t#6\tX2\t\t- - Other side\tcategory
            """.replace("@", "http://id.who.int/icd/entity/").replace("#", URL + "/");

    private static RunningRegistry registry;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void axesComeToAReleaseAtHandAndClustersAreJudgedByThem() throws IOException {
        run(0, "icd11", tabulation(), RELEASE);
        assertThat(isValid("Q3&X1")).isTrue();
        assertThat(isValid("Q2")).isTrue();

        var dry = run(0, "icd11axes", entities(false), RELEASE, "--dry-run");
        assertThat(isValid("Q3&X1")).isTrue();
        var report = run(0, "icd11axes", entities(true), RELEASE);

        assertThat(dry.path("published").asBoolean()).isFalse();
        assertThat(report.path("published").asBoolean()).isTrue();
        assertThat(report.path("codesWithAxes").asInt()).isEqualTo(2);
        assertThat(report.path("codesWithoutAxes").asInt()).isEqualTo(3);
        assertThat(report.path("axes").asInt()).isEqualTo(2);
        assertThat(report.path("leftOut")).isEmpty();
        assertThat(isValid("Q1&X1")).isTrue();
        assertThat(isValid("Q1&X1&X2")).isFalse();
        assertThat(isValid("Q3&X1")).isFalse();
        assertThat(isValid("Q2")).isFalse();
        assertThat(isValid("Q2/Q3")).isTrue();
        var lookup = ask("$lookup", "Q2");
        assertThat(lookup.toString())
                .contains(
                        "hasCausingCondition required AllowAlways Q3", "{\"name\":\"abstract\",\"valueBoolean\":true}");
    }

    @Test
    void whatIsNoImportOfAxesIsRefusedWithItsReason() throws IOException {
        run(0, "icd11", tabulation(), RELEASE);

        assertThat(refused(entities(true), "1998-01")).contains("422", "There is no release 1998-01 of ICD-11");
        assertThat(refused(file("no.json", "no JSON"), RELEASE)).contains("422", "line 1: This is not JSON");
        var half = Files.write(directory.resolve("half.gz"), Arrays.copyOf(Files.readAllBytes(entities(true)), 60));
        assertThat(refused(half, RELEASE)).contains("422", "The file is no whole zip or gzip");
        assertThat(refused(tabulation(), RELEASE)).contains("422", "The zip holds no file of JSON");
    }

    @Test
    void aFileThatLacksCodesIsTakenAndToldOf() throws IOException {
        run(0, "icd11", tabulation(), RELEASE);
        var one = file("one.json", entity("2", "Q1", axis("laterality", "NotAllowed", "1435602785")));
        var out = execute(RegistryCommand.REJECTED_ROWS, "icd11axes", one, RELEASE, "--dry-run");

        assertThat(out)
                .contains(
                        "1 entities read, 1 codes with 1 axes of 1 values, 0 codes without axes; nothing published",
                        "The file lacks the code; its clusters are judged as if axes were unknown: 4 times, first Q2");
    }

    private String refused(Path file, String release) {
        return execute(1, "icd11axes", file, release);
    }

    private JsonNode run(int exit, String format, Path file, String release, String... options) throws IOException {
        var all = new ArrayList<>(List.of(options));
        all.add("--json");
        return new ObjectMapper().readTree(execute(exit, format, file, release, all.toArray(String[]::new)));
    }

    private String execute(int exit, String format, Path file, String release, String... options) {
        var out = new StringWriter();
        var writer = new PrintWriter(out, true);
        var arguments = new ArrayList<>(
                List.of("--config", registry.configuration().toString(), "import", format, file.toString()));
        arguments.addAll(List.of("--url", registry.uri("/").toString(), "--release", release));
        arguments.addAll(List.of(options));
        var command = CommandLines.create().setOut(writer).setErr(writer);

        assertThat(command.execute(arguments.toArray(String[]::new)))
                .as(out.toString())
                .isEqualTo(exit);
        return out.toString();
    }

    private static boolean isValid(String code) {
        return ask("$validate-code", code)
                .at("/parameter")
                .valueStream()
                .filter(parameter -> parameter.path("name").asText().equals("result"))
                .findFirst()
                .orElseThrow()
                .path("valueBoolean")
                .asBoolean();
    }

    private static JsonNode ask(String operation, String code) {
        var question = "/fhir/CodeSystem/" + operation + (operation.equals("$lookup") ? "?system=" : "?url=") + URL
                + "&version=" + RELEASE + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
        var answer = registry.get(question, new Caller("test-reader", Role.READER));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private Path tabulation() throws IOException {
        var file = directory.resolve("tabulation.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("SimpleTabulation.txt"));
            zip.write(("\ufeff" + TABULATION).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path entities(boolean gzipped) throws IOException {
        var text = String.join(
                "\n",
                entity("2", "Q1", axis("laterality", "NotAllowed", "1435602785")),
                entity(
                        "3",
                        "Q2",
                        axis("hasCausingCondition", "AllowAlways", "4").replace("false", "true")),
                entity("4", "Q3", ""),
                entity("5", "X1", ""),
                entity("6", "X2", ""));
        var file = directory.resolve("entities");
        try (var out = gzipped ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static String entity(String number, String code, String axes) {
        return "{\"@id\":\"%s\",\"code\":\"%s\",\"postcoordinationScale\":[%s]}".formatted(url(number), code, axes);
    }

    private static String axis(String name, String multiple, String value) {
        return ("{\"axisName\":\"http://id.who.int/icd/schema/%s\",\"requiredPostcoordination\":\"false\","
                        + "\"allowMultipleValues\":\"%s\",\"scaleEntity\":[\"%s\"]}")
                .formatted(name, multiple, url(value));
    }

    private static String url(String number) {
        return "http://id.who.int/icd/release/11/" + RELEASE + "/mms/" + number;
    }
}
