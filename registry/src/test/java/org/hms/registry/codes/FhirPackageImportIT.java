package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
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

/** An editor stores a FHIR package as it is downloaded, and again when it has changed. */
@ExtendWith(SharedRegistry.class)
final class FhirPackageImportIT {
    private static final Caller READER = new Caller("test-reader", Role.READER);
    private static final String BASE = "http://example.org/package/";

    private static RunningRegistry registry;

    @TempDir
    Path directory;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void aPackageIsStoredOnceAndWhatDiffersBecomesTheNextVersion() throws IOException {
        var pack = directory.resolve("trees.tgz");
        Files.write(pack, packed(system("trees", "oak"), valueSet("trees")));

        assertThat(imported(0, pack, "--dry-run").path("resources"))
                .isEqualTo(json("{\"CREATED\": 2, \"PASSED_OVER\": 1}"));
        assertThat(found("CodeSystem", "trees").path("total").asInt()).isZero();
        assertThat(imported(0, pack).path("resources")).isEqualTo(json("{\"CREATED\": 2, \"PASSED_OVER\": 1}"));
        assertThat(expanded("trees").path("total").asInt()).isEqualTo(1);
        assertThat(imported(0, pack).path("resources")).isEqualTo(json("{\"UNCHANGED\": 2, \"PASSED_OVER\": 1}"));

        Files.write(pack, packed(system("trees", "oak", "lime"), valueSet("trees")));
        assertThat(imported(0, pack).path("resources"))
                .isEqualTo(json("{\"UPDATED\": 1, \"UNCHANGED\": 1, \"PASSED_OVER\": 1}"));
        assertThat(expanded("trees").path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatCannotBeStoredIsReportedWithItsReason() throws IOException {
        var lexicon = directory.resolve("lexicon.json");
        Files.writeString(
                lexicon,
                system("x", "x")
                        .replace(BASE + "x", "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon")
                        .replace("\"1\"", "\"none\""));
        var broken = directory.resolve("broken.json");
        Files.writeString(broken, "{\"resourceType\": ");
        var nameless = directory.resolve("nameless.json");
        Files.writeString(nameless, "{\"resourceType\": \"ValueSet\", \"status\": \"active\"}");

        var report = imported(RegistryCommand.REJECTED_ROWS, lexicon, broken.toString(), nameless.toString());

        assertThat(report.path("rejected").findValuesAsText("reason"))
                .containsExactly(
                        "The registry itself holds what is under this URL",
                        "No JSON at line 1 of the file",
                        "It has no absolute URL without a version");
    }

    @Test
    void aConceptMapComesBackAsItWasSent() throws IOException {
        var map = json("""
            {"resourceType": "ConceptMap", "url": "%smap", "version": "1", "status": "draft", "group": [{
              "source": "http://example.org/a", "target": "http://example.org/b",
              "element": [
                {"code": "1", "display": "uno", "target": [
                  {"code": "x", "equivalence": "wider", "comment": "c", "dependsOn": [
                    {"property": "http://example.org/sex", "system": "http://example.org/s", "value": "f"}]},
                  {"code": "y", "equivalence": "subsumes", "product": [
                    {"property": "http://example.org/p", "value": "z", "display": "zeta"}]}]},
                {"code": "2", "target": [{"equivalence": "unmatched", "comment": "none"}]},
                {"code": "3", "target": [{"code": "w", "equivalence": "disjoint"}]}],
              "unmapped": {"mode": "fixed", "code": "other", "display": "Other"}}]}
            """.formatted(BASE));
        var file = directory.resolve("map.json");
        Files.writeString(file, map.toString());

        assertThat(imported(0, file).path("resources")).isEqualTo(json("{\"CREATED\": 1}"));
        assertThat(imported(0, file).path("resources")).isEqualTo(json("{\"UNCHANGED\": 1}"));
    }

    private JsonNode imported(int code, Path file, String... more) throws IOException {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(
                List.of("-c", registry.configuration().toString(), "import-fhir", file.toString(), "--json"));
        arguments.addAll(List.of("--url", registry.uri("/").toString()));
        arguments.addAll(List.of(more));
        var ended = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(ended).as("%s%s", out, err).isEqualTo(code);
        return json(out.toString());
    }

    private static JsonNode found(String type, String name) {
        return RunningRegistry.json(registry.get("/fhir/" + type + "?url=" + BASE + name, READER));
    }

    private static JsonNode expanded(String name) {
        return RunningRegistry.json(registry.get("/fhir/ValueSet/$expand?url=" + BASE + "vs-" + name, READER))
                .path("expansion");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String system(String name, String... codes) {
        var concepts = String.join(
                ",",
                Arrays.stream(codes)
                        .map(code -> "{\"code\": \"" + code + "\", \"display\": \"" + code + "\"}")
                        .toList());
        return """
            {"resourceType": "CodeSystem", "id": "%s", "url": "%s%s", "version": "1", "status": "active",
             "content": "complete", "concept": [%s]}""".formatted(name, BASE, name, concepts);
    }

    private static String valueSet(String name) {
        return """
            {"resourceType": "ValueSet", "id": "vs-%s", "url": "%svs-%s", "version": "1", "status": "active",
             "compose": {"include": [{"system": "%s%s"}]}}""".formatted(name, BASE, name, BASE, name);
    }

    /** A package as npm packs it, with what is no resource of terminology and what is not read at all. */
    private static byte[] packed(String system, String valueSet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            add(zip, "package/package.json", "{\"name\": \"example.trees\", \"version\": \"1.0.0\"}");
            add(zip, "package/.index.json", "{}");
            add(zip, "package/CodeSystem-trees.json", system);
            add(zip, "package/example/Patient-one.json", "{\"resourceType\": \"Patient\"}");
            add(zip, "package/StructureDefinition-tree.json", "{\"resourceType\": \"StructureDefinition\"}");
            add(zip, "package/ValueSet-vs-trees.json", valueSet);
            zip.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void add(GZIPOutputStream tar, String name, String content) throws IOException {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var header = new byte[512];
        put(header, 0, name);
        put(header, 124, "%011o".formatted(bytes.length));
        header[156] = '0';
        put(header, 257, "ustar");
        tar.write(header);
        tar.write(bytes);
        tar.write(new byte[(512 - bytes.length % 512) % 512]);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
