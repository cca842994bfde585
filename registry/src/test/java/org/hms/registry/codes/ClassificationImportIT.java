package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator brings a classification: {@code registry import} sends it, and the codes have names from then on. */
@ExtendWith(SharedRegistry.class)
final class ClassificationImportIT {
    private static final Path ICD_10 = Path.of("../../shared/data/terminology/cie10-es/cie-10-verasativa.csv");
    private static final Path ICD_11 =
            Path.of("../../shared/data/terminology/icd11/SimpleTabulation-ICD-11-MMS-es.zip");
    private static final Path SNOMED = Path.of("../../shared/tx-suite/tx-ecosystem/tx-source/snomed");
    private static final String ICD_10_URL = "http://hl7.org/fhir/sid/icd-10";
    private static final Caller READER = new Caller("test-reader", Role.READER);
    private static final Caller CODER = new Caller("test-coder", Role.CODER);

    private static RunningRegistry registry;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void anImportedClassificationGivesItsDisplays() {
        assumeTrue(
                Files.exists(ICD_10), "Skipped: the test data " + ICD_10.getFileName() + " is not beside the project");

        assertThat(imported("icd10", ICD_10, "--release", "2018", "--dry-run")
                        .path("published")
                        .asBoolean())
                .isFalse();
        var report = imported("icd10", ICD_10, "--release", "2018");

        assertThat(report.path("read").asInt()).isEqualTo(14_498);
        assertThat(report.path("published").asBoolean()).isTrue();
        assertThat(json("/api/v1/terms?q=che%20akanundu&language=gn&target=icd-10")
                        .at("/results/0/mappings/0/display")
                        .asText())
                .startsWith("Fiebre");
        var under = json("/fhir/ValueSet/$expand?url=" + encoded(ICD_10_URL + "?fhir_vs=isa/R50"));
        assertThat(under.path("expansion").path("contains").findValuesAsText("code"))
                .contains("R50", "R50.9");
        var subsumes = json("/fhir/CodeSystem/$subsumes?system=" + encoded(ICD_10_URL) + "&codeA=R50&codeB=R50.9");
        assertThat(subsumes.at("/parameter/0/valueCode").asText()).isEqualTo("subsumes");
        assertThat(json("/fhir/CodeSystem?_summary=true&url=" + encoded(ICD_10_URL))
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void icd11IsImportedAsItIsDownloaded() {
        assumeTrue(
                Files.exists(ICD_11), "Skipped: the test data " + ICD_11.getFileName() + " is not beside the project");

        var report = imported("icd11", ICD_11, "--release", "2026-01");

        assertThat(report.path("accepted").asInt()).isGreaterThan(30_000);
        assertThat(json("/api/v1/terms/GN0089").path("mappings"))
                .anySatisfy(mapping -> assertThat(mapping.path("system").asText()
                                + mapping.path("display").asText())
                        .startsWith("http://id.who.int/icd/release/11/mmsFiebre"));
        assertThat(json("/fhir/CodeSystem/icd-11-2026-01").path("content").asText())
                .isEqualTo("not-present");
    }

    @Test
    void aSnapshotOfSnomedCtIsCompiledBesideTheServiceAndServedAtOnce() {
        assumeTrue(Files.exists(SNOMED), "Skipped: HL7's subset of SNOMED CT is not beside the project");
        var version = "http://snomed.info/xsct/31000003106/version/20250909";
        var dry = run("import-codes", "snomed", SNOMED, "--release", version, "--dry-run");
        var report = run("import-codes", "snomed", SNOMED, "--release", version);

        assertThat(dry.path("published").asBoolean()).isFalse();
        assertThat(report.path("concepts").asInt()).isEqualTo(2258);
        assertThat(report.path("served").asBoolean()).isTrue();
        var subsumes = json("/fhir/CodeSystem/$subsumes?system=" + encoded("http://snomed.info/sct")
                + "&codeA=123037004&codeB=10200004");
        assertThat(subsumes.at("/parameter/0/valueCode").asText()).isEqualTo("subsumes");
    }

    @Test
    void rejectedRowsAreToldWithTheirReason() throws Exception {
        var file = Files.writeString(
                directory.resolve("icd.csv"),
                "code,code_0,code_1,code_2,code_3,code_4,description,level\n"
                        + "A00-B99,,,,,,Capítulo de prueba,0\nno code,,,,,,Nada,1\n");
        var out = new StringWriter();
        var command = CommandLines.create().setOut(new PrintWriter(out, true));

        var exit = command.execute(arguments("import", "icd10", file, "--release", "test", "--dry-run"));

        assertThat(exit).isEqualTo(RegistryCommand.REJECTED_ROWS);
        assertThat(out.toString()).contains("2 read, 1 accepted, 1 rejected", "line 3", "Not an ICD-10 code");
    }

    @ParameterizedTest
    @CsvSource({
        "403, reader, icd10?release=1, octet-stream, x",
        "400, coder, icd10, octet-stream, x",
        "400, coder, icd10?release=1&dryRun=no, octet-stream, x",
        "404, coder, icd9?release=1, octet-stream, x",
        "415, coder, icd10?release=1, json, '\"x\"'",
        "422, coder, icd10?release=1, octet-stream, ''",
    })
    void whatIsNoImportIsRefused(int status, String role, String path, String type, String body) {
        var answer =
                registry.send(registry.request("/api/v1/code-systems/" + path, role.equals("coder") ? CODER : READER)
                        .header("Content-Type", "application/" + type)
                        .POST(BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void onlyTheImportTakesLongBodies() {
        var tooLong = new byte[2 << 20];
        var toImport = registry.send(registry.request("/api/v1/code-systems/icd11?release=1", CODER)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(tooLong)));
        var elsewhere = registry.send(registry.request("/fhir/ConceptMap/$translate", CODER)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofByteArray(tooLong)));

        assertThat(toImport.statusCode()).isEqualTo(200);
        assertThat(RunningRegistry.json(toImport).path("published").asBoolean()).isFalse();
        assertThat(elsewhere.statusCode()).isEqualTo(413);
    }

    private static JsonNode imported(String format, Path file, String... options) {
        return run("import", format, file, options);
    }

    private static JsonNode run(String name, String format, Path file, String... options) {
        var out = new StringWriter();
        var command = CommandLines.create().setOut(new PrintWriter(out, true));
        var all = new ArrayList<>(List.of(options));
        all.add("--json");
        assertThat(command.execute(arguments(name, format, file, all.toArray(String[]::new))))
                .isZero();
        try {
            return new ObjectMapper().readTree(out.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] arguments(String command, String format, Path file, String... options) {
        var all = new ArrayList<>(List.of("--config", registry.configuration().toString()));
        all.addAll(List.of(
                command, format, file.toString(), "--url", registry.uri("/").toString()));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static JsonNode json(String question) {
        var answer = registry.get(question, READER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
