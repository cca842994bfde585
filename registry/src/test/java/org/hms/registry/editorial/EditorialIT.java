package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a coder's proposal to a version that is searched, asked by SPARQL and read as RDF; in a registry of its own. */
final class EditorialIT {
    private static final Caller CODER = new Caller("coder-1", Role.CODER);
    private static final Caller STEWARD = new Caller("steward-1", Role.STEWARD);

    @TempDir
    private static Path home;

    private static RunningRegistry registry;

    @BeforeAll
    static void start() {
        registry = RunningRegistry.on(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void whatACoderProposesAndAStewardAcceptsIsFoundInTheNextVersion() {
        var label = propose("""
                {"kind": "label", "concept": "GN0089", "language": "gn", "text": "tesaguyrupochy",
                 "register": "jopara", "source": "encuesta de prueba", "community": "prueba", "consent": "oral"}
                """);
        var mapping = propose("""
                {"kind": "mapping", "concept": "GN0403", "system": "icd-10", "code": "F44.3", "relation": "none",
                 "source": "reunión de prueba", "comment": "No hay equivalente"}
                """);
        var concept = propose("""
                {"kind": "concept", "category": "symptom", "language": "gn", "text": "prueba ñe'ẽ", "gloss": "de prueba",
                 "source": "encuesta de prueba"}
                """);
        var old = propose("""
                {"kind": "deprecation", "concept": "GN0155", "reason": "Repite otro", "replacedBy": "GN0154"}
                """);
        assertThat(terms("tesaguyrupochy")).isEmpty();

        for (var proposal : new JsonNode[] {label, mapping, concept, old}) {
            assertThat(review(STEWARD, proposal.path("id").asLong(), "accept").statusCode())
                    .isEqualTo(200);
        }
        assertThat(terms("tesaguyrupochy")).isEmpty();
        var published = post("/api/v1/term-versions", "{\"version\": \"2026.12-ed1\"}", STEWARD);

        assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
        assertThat(terms("tesaguyrupochy")).startsWith("GN0089");
        assertThat(terms("jati'i")).doesNotContain("GN0155");
        assertThat(registry.get("/api/v1/terms/GN0155", CODER).statusCode()).isEqualTo(200);
        assertThat(json(registry.get("/api/v1/term-proposals?state=published", CODER))
                        .path("items"))
                .hasSize(4);
        theVersionTellsWhatItChangedAndWhoMadeIt("2026.12-ed1");
    }

    private static void theVersionTellsWhatItChangedAndWhoMadeIt(String version) {
        var versions = json(registry.get("/api/v1/term-versions", CODER)).path("items");
        var diff = json(registry.get(
                "/api/v1/term-versions/diff?from="
                        + versions.path(0).path("version").asText() + "&to=" + version,
                CODER));
        assertThat(diff.path("added")).hasSize(1);
        assertThat(diff.path("removed")).isEmpty();
        assertThat(diff.path("changed")).hasSize(3);
        var mappings = registry.get("/api/v1/term-versions/" + version + "/mappings.sssom.tsv", CODER);
        assertThat(mappings.body()).contains("#mapping_set_id", "sssom:NoTermFound", "steward-1");
        assertThat(sparql("SELECT ?who { ?v <http://www.w3.org/ns/prov#wasGeneratedBy> ?a . ?a"
                        + " <http://www.w3.org/ns/prov#wasAssociatedWith> ?g . ?g ?p ?who }"))
                .contains("steward-1");
    }

    @Test
    void nobodyReviewsTheirOwnProposalAndNobodyTwice() {
        var mine = post(
                "/api/v1/term-proposals",
                "{\"kind\": \"label\", \"concept\": \"GN0001\", \"language\": \"gn\", \"text\": \"uno\", \"source\": \"abc\"}",
                STEWARD);
        var id = json(mine).path("id").asLong();

        assertThat(review(STEWARD, id, "accept").statusCode()).isEqualTo(403);
        assertThat(review(new Caller("steward-2", Role.STEWARD), id, "reject").statusCode())
                .isEqualTo(200);
        assertThat(review(new Caller("steward-3", Role.STEWARD), id, "accept").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/v1/term-proposals/" + id + "/withdraw", "", STEWARD)
                        .statusCode())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | {\"kind\": \"label\"}",
                "422 | {\"kind\": \"spell\"}",
                "422 | {\"kind\": \"label\", \"concept\": \"XX9999\", \"language\": \"gn\", \"text\": \"a\", \"source\": \"abc\"}",
                "422 | {\"kind\": \"label\", \"concept\": \"GN0089\", \"language\": \"gn\", \"text\": \"akãnundu\", \"source\": \"abc\"}",
                "422 | {\"kind\": \"mapping\", \"concept\": \"GN0377\", \"system\": \"icd-10\", \"code\": \"H10\", \"relation\": \"exact\", \"source\": \"abc\"}",
                "422 | {\"kind\": \"deprecation\", \"concept\": \"GN0001\", \"reason\": \"abc\", \"replacedBy\": \"GN0001\"}",
                "400 | {\"kind\": \"label\", \"colour\": 1}",
                "400 | {\"kind\":"
            })
    void whatBreaksARuleIsRefusedWithAReason(int status, String body) {
        var answer = post("/api/v1/term-proposals", body, CODER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("detail");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, skos:Concept",
        "application/ld+json, @id",
        "application/rdf+xml, rdf:RDF",
        "application/n-triples, http://www.w3.org/2004/02/skos/core#notation"
    })
    void aConceptIsReadAtItsUriInTheSyntaxAskedFor(String type, String sign) {
        var answer = registry.send(registry.request("/terms/GN0089", CODER).header("Accept", type));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value -> assertThat(value).startsWith(type));
        assertThat(answer.body()).contains(sign, "GN0089");
        assertThat(registry.get("/terms/GN9999", CODER).statusCode()).isEqualTo(404);
    }

    @Test
    void theDumpAndItsDescriptionAreThere() {
        assertThat(registry.get("/terms", CODER).body()).contains("void", "1063");
        assertThat(registry.send(registry.request("/terms/dump", CODER).header("Accept", "application/n-triples"))
                        .body()
                        .length())
                .isGreaterThan(1_000_000);
    }

    @Test
    void sparqlIsForStewardsAndReadsOnly() {
        var refused = registry.get(
                "/api/v1/sparql?query=" + encoded("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"), STEWARD);

        assertThat(sparql("SELECT ?c { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> \"akãnundu\"@gn }"))
                .contains("GN0089");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not allowed");
        assertThat(registry.get("/api/v1/sparql?query=ASK%7B%7D", CODER).statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/api/v1/sparql", STEWARD).statusCode()).isEqualTo(400);
    }

    private static String sparql(String query) {
        var request = registry.request("/api/v1/sparql", STEWARD)
                .header("Content-Type", "application/sparql-query")
                .POST(HttpRequest.BodyPublishers.ofString(query));
        var answer = registry.send(request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode propose(String body) {
        var answer = post("/api/v1/term-proposals", body, CODER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer);
    }

    private static HttpResponse<String> review(Caller caller, long id, String decision) {
        return post(
                "/api/v1/term-proposals/" + id + "/review",
                "{\"decision\": \"" + decision + "\", \"reason\": \"probado\"}",
                caller);
    }

    private static List<String> terms(String words) {
        return json(registry.get("/api/v1/terms?language=gn&q=" + encoded(words), CODER))
                .path("results")
                .findValuesAsText("conceptId");
    }

    private static HttpResponse<String> post(String path, String body, Caller caller) {
        var request = registry.request(path, caller)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return registry.send(request);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return RunningRegistry.json(answer);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
