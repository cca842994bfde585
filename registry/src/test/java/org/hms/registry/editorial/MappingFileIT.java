package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.job.CommandLines;
import org.hms.registry.job.RegistryCommand;
import org.hms.registry.journey.RunningRegistry;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;
import org.hms.terminology.system.MapLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mappings that come in files or that machines find, up to the version that a second person's word makes of them. */
final class MappingFileIT {
    private static final Caller CODER = new Caller("coder-1", Role.CODER);
    private static final Caller STEWARD = new Caller("steward-1", Role.STEWARD);
    private static final String PATH = "/api/v1/term-proposals/mappings";
    private static final String TSV = "text/tab-separated-values; charset=utf-8";
    private static final String HEADER = "subject_id\tpredicate_id\tobject_id\tmapping_justification\tauthor_label"
            + "\treviewer_label\tmapping_date\tmapping_tool\tconfidence\tobject_source\tcomment\text_evidence\n";

    private static final String CORRECTION =
            "{\"decision\": \"accept\", \"reason\": \"es más amplio\", \"correction\": {\"code\": \"R68.8\", \"relation\": \"broad\"}}";

    @TempDir
    private static Path home;

    private static RunningRegistry registry;

    @BeforeAll
    static void start() throws IOException {
        var terminology = home.resolve("data").resolve("terminology");
        Files.createDirectories(terminology);
        try (var library = MapLibrary.open(TerminologyService.maps(terminology))) {
            var header = new MapHeader(
                    "https://registry.hms.gov.py/fhir/ConceptMap/prueba",
                    "1",
                    "prueba",
                    SystemUri.ICD_10,
                    SystemUri.ICD_11);
            library.publish(
                    header,
                    IntStream.range(0, 1_200)
                            .mapToObj(number -> new MapRow(
                                    "A" + number, "", "B" + number, "", "relatedto", "semapv:ManualMappingCuration"))
                            .toList());
        }
        registry = RunningRegistry.on(home.resolve("data"));
        var codes = registry.send(registry.request("/api/v1/code-systems/icd10?release=2018", CODER)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        code,description
                        R11,Náusea y vómito
                        R68.8,Otros síntomas y signos generales especificados
                        T07,Mareo y desvanecimiento
                        R06.6,Hipo
                        L98,Caspa
                        """, StandardCharsets.UTF_8)));
        assertThat(codes.statusCode()).as(codes.body()).isBetween(200, 299);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void aFileBecomesProposalsThatASecondPersonReviewsAndComesBackAsItWent() {
        var file = HEADER
                + "HMS:GN0300\tskos:closeMatch\tSCT:400201008\tsemapv:LogicalReasoning\tColega, de otra casa\tOtra"
                + "\t2026-01-02\tuna herramienta\t0.9\tSCT\t\"dos\nrenglones\"\tlibro\n"
                + "HMS:GN0403\tsskos:exactMatch\tSCT:1\tsemapv:X\ty\t\t\t\t0.9\tSCT\t\tlibro\n"
                + "HMS:GN0377\tskos:exactMatch\tICD10:R99\tsemapv:X\ty\t\t\t\t0.9\tICD10\t\tlibro\n";

        var dry = json(post(PATH + "?dryRun=true", TSV, file, CODER));
        assertThat(dry.path("proposed").asInt()).isEqualTo(1);
        assertThat(dry.path("rejected").asInt()).isEqualTo(2);
        assertThat(dry.path("rows").findValuesAsText("place")).contains("line 2", "line 4", "line 5");
        assertThat(imported()).isEmpty();

        assertThat(json(post(PATH, TSV, file, CODER)).path("proposed").asInt()).isEqualTo(1);
        assertThat(json(post(PATH, TSV, file, CODER)).path("waiting").asInt()).isEqualTo(1);
        var id = imported().path(0).path("id").asLong();
        assertThat(review(CODER, id).statusCode()).isEqualTo(403);
        assertThat(review(STEWARD, id).statusCode()).isEqualTo(200);
        var published = post("/api/v1/term-versions", "application/json", "{\"version\": \"2026.12-file\"}", STEWARD);
        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);

        var exported = registry.get("/api/v1/term-versions/2026.12-file/mappings.sssom.tsv", CODER)
                .body();
        assertThat(exported)
                .contains("Colega, de otra casa", "semapv:LogicalReasoning", "una herramienta", "steward-1");
        assertThat(exported).contains("Confirmed before by Otra on 2026-01-02");
        everythingIsKnownAsItIs(TSV, exported);
        for (var system : List.of("icd-10", "icd-11", "snomed")) {
            var map = registry.get("/fhir/ConceptMap/guarani-health-lexicon-to-" + system, CODER);
            everythingIsKnownAsItIs("application/fhir+json", map.body());
            everythingIsKnownAsItIs("application/fhir+xml", inXml(system));
        }
    }

    private static String inXml(String system) {
        return registry.send(registry.request("/fhir/ConceptMap/guarani-health-lexicon-to-" + system, CODER)
                        .header("Accept", "application/fhir+xml"))
                .body();
    }

    private static void everythingIsKnownAsItIs(String type, String file) {
        var report = json(post(PATH + "?dryRun=true", type, file, CODER));
        assertThat(report.path("known").asInt()).isGreaterThan(200);
        assertThat(report.path("rows")).allSatisfy(row -> {
            assertThat(row.path("outcome").asText()).as(row.toString()).isEqualTo("KNOWN");
            assertThat(row.path("reason").isMissingNode() || row.path("reason").isNull())
                    .as(row.toString())
                    .isTrue();
        });
    }

    @Test
    void aReviewerAcceptsAMappingAsCorrectedAndWhatWasProposedStays() {
        var proposed = json(post("/api/v1/term-proposals", "application/json", """
                {"kind": "mapping", "concept": "GN0089", "system": "icd-10", "code": "T07", "relation": "exact",
                 "source": "reunión de prueba", "comment": "dicho en la reunión"}
                """, CODER));
        var id = proposed.path("id").asLong();

        assertThat(review(CODER, id, CORRECTION).statusCode()).isEqualTo(403);
        for (var wrong : List.of(
                "{\"decision\": \"accept\", \"reason\": \"x\", \"correction\": {}}",
                "{\"decision\": \"accept\", \"reason\": \"x\", \"correction\": {\"code\": \"T07\", \"relation\": \"exact\"}}",
                "{\"decision\": \"accept\", \"reason\": \"x\", \"correction\": {\"code\": \"Q99.9\"}}",
                "{\"decision\": \"accept\", \"reason\": \"x\", \"correction\": {\"relation\": \"better\"}}",
                "{\"decision\": \"reject\", \"reason\": \"x\", \"correction\": {\"code\": \"R11\"}}")) {
            assertThat(review(STEWARD, id, wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        var accepted = json(review(STEWARD, id, CORRECTION));
        assertThat(accepted.path("state").asText()).isEqualTo("accepted");
        assertThat(accepted.path("reviewer").asText()).isEqualTo("steward-1");
        assertThat(accepted.at("/change/code").asText()).isEqualTo("T07");
        assertThat(accepted.at("/corrected/code").asText()).isEqualTo("R68.8");
        assertThat(accepted.at("/corrected/relation").asText()).isEqualTo("BROAD");

        json(post("/api/v1/term-versions", "application/json", "{\"version\": \"2026.12-corrected\"}", STEWARD));
        var exported = registry.get("/api/v1/term-versions/2026.12-corrected/mappings.sssom.tsv", CODER)
                .body();
        assertThat(exported.lines()
                        .filter(line -> line.startsWith("HMS:GN0089\t") && line.contains("dicho en la reunión")))
                .singleElement()
                .asString()
                .contains("skos:broadMatch\tICD10:R68.8", "steward-1", "proposed was T07 as exactMatch");
        assertThat(json(registry.get("/api/v1/term-proposals/" + id, CODER))
                        .at("/corrected/code")
                        .asText())
                .isEqualTo("R68.8");
        everythingIsKnownAsItIs(TSV, exported);
    }

    @Test
    void machinesProposeCandidatesThatAreMarkedAndNotProposedTwice() {
        var asked = "{\"concept\": \"GN0300\", \"system\": \"icd-10\", \"by\": \"linkage\"}";

        var found = json(post("/api/v1/term-proposals/candidates", "application/json", asked, CODER));

        assertThat(found).isNotEmpty().allSatisfy(proposal -> {
            assertThat(proposal.path("automatic").asBoolean()).isTrue();
            assertThat(proposal.path("origin").asText()).isEqualTo("linkage");
            assertThat(proposal.at("/change/relation").asText()).isEqualTo("RELATED");
            assertThat(proposal.at("/change/stated/justification").asText())
                    .isEqualTo("semapv:LexicalSimilarityThresholdMatching");
            assertThat(proposal.at("/change/stated/tool").asText()).startsWith("linkage-engine");
            assertThat(proposal.at("/change/stated/score").asDouble()).isBetween(0.5, 1.0);
        });
        assertThat(json(post("/api/v1/term-proposals/candidates", "application/json", asked, CODER)))
                .isEmpty();
        var all =
                json(post("/api/v1/term-proposals/candidates", "application/json", "{\"system\": \"icd-10\"}", CODER));
        assertThat(all.isArray()).isTrue();
        assertThat(json(registry.get("/api/v1/term-proposals?state=open&origin=linkage&limit=500", CODER))
                        .path("items"))
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.path("automatic").asBoolean()).isTrue());
        assertThat(registry.get("/api/v1/term-proposals?origin=nobody", CODER).statusCode())
                .isEqualTo(400);
        assertThat(post("/api/v1/term-proposals/candidates", "application/json", "{\"concept\": \"GN0133\"}", CODER)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsNoFileOfMappingsIsRefusedWithAReason() {
        assertThat(post(PATH, TSV, "", CODER).statusCode()).isEqualTo(400);
        assertThat(post(PATH + "?dryRun=maybe", TSV, HEADER, CODER).statusCode())
                .isEqualTo(400);
        assertThat(post(PATH, TSV, HEADER, new Caller("reader", Role.READER)).statusCode())
                .isEqualTo(403);
        assertThat(post(PATH, "application/fhir+json", "{\"resourceType\": ", CODER)
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(PATH, "application/fhir+json", "{\"resourceType\": \"Patient\"}", CODER)
                        .body())
                .contains("no ConceptMap");
    }

    @Test
    void theCommandProposesAndReports() throws IOException {
        var file = home.resolve("mappings.sssom.tsv");
        Files.writeString(
                file, HEADER + "HMS:GN0404\tskos:relatedMatch\tSCT:1\tsemapv:X\ty\t\t\t\t0.5\tSCT\t\tlibro\n");
        var out = new StringWriter();

        var exit = run(out, "propose-mappings", file.toString(), "--as", "ana", "--dry-run");

        assertThat(exit).as(out.toString()).isZero();
        assertThat(out.toString()).contains("1 proposed", "nothing stored");
        var xml = home.resolve("map.xml");
        Files.writeString(xml, inXml("icd-10"));
        assertThat(run(out, "propose-mappings", xml.toString(), "--as", "ana", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("0 proposed", " known, 0 waiting");
        Files.writeString(file, HEADER + "HMS:XX\tskos:relatedMatch\tSCT:1\tsemapv:X\ty\t\t\t\t0.5\tSCT\t\tlibro\n");
        assertThat(run(new StringWriter(), "propose-mappings", file.toString(), "--as", "ana"))
                .isEqualTo(RegistryCommand.REJECTED_ROWS);
    }

    @Test
    void anImportedMapIsFoundReadAskedPagedAndExported() {
        var search = json(registry.get("/fhir/ConceptMap?name=prueba", CODER));
        assertThat(search.at("/entry/0/resource/meta/tag/0/code").asText()).isEqualTo("SUBSETTED");
        assertThat(search.at("/entry/0/resource/group").isMissingNode()).isTrue();
        var id = search.at("/entry/0/resource/id").asText();

        var whole = json(registry.get("/fhir/ConceptMap/" + id, CODER));
        assertThat(whole.at("/group/0/element")).hasSize(1_200);
        assertThat(whole.at("/group/0/element/0/target/0/equivalence").asText()).isEqualTo("relatedto");
        var translated =
                registry.get("/fhir/ConceptMap/" + id + "/$translate?system=" + SystemUri.ICD_10 + "&code=A7", CODER);
        assertThat(translated.body()).contains("B7");
        var page = json(registry.get("/api/v1/code-maps/" + id + "/mappings?limit=5&offset=1198", CODER));
        assertThat(page.path("total").asInt()).isEqualTo(1_200);
        assertThat(page.path("items")).hasSize(2);
        assertThat(registry.get("/api/v1/code-maps/" + id + "/mappings.sssom.tsv", CODER)
                        .body())
                .contains("#mapping_set_id", "S:A7\t\tskos:relatedMatch\t\tO:B7");
        assertThat(json(registry.get("/api/v1/code-maps", CODER)).path("items")).hasSize(1);
        assertThat(registry.get("/api/v1/code-maps/none/mappings", CODER).statusCode())
                .isEqualTo(404);
    }

    private static int run(StringWriter out, String... arguments) {
        var line = CommandLines.create().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", registry.configuration().toString()));
        all.addAll(List.of("--url", registry.uri("/").toString()));
        return line.execute(all.toArray(String[]::new));
    }

    private static JsonNode imported() {
        return json(registry.get("/api/v1/term-proposals?origin=import", CODER)).path("items");
    }

    private static HttpResponse<String> review(Caller caller, long id) {
        return review(caller, id, "{\"decision\": \"accept\", \"reason\": \"visto\"}");
    }

    private static HttpResponse<String> review(Caller caller, long id, String body) {
        return post("/api/v1/term-proposals/" + id + "/review", "application/json", body, caller);
    }

    private static HttpResponse<String> post(String path, String type, String body, Caller caller) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return RunningRegistry.json(answer);
    }
}
