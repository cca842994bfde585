package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that stewards keep and readers ask. */
@ExtendWith(SharedRegistry.class)
final class StoredQueryIT {
    private static final Caller READER = new Caller("reader-1", Role.READER);
    private static final Caller STEWARD = new Caller("steward-1", Role.STEWARD);
    private static final String PATH = "/api/v1/stored-queries/";
    private static final String LABELS = """
            {"title": "Palabras de un concepto",
             "query": "SELECT ?label { ?concept <http://www.w3.org/2004/02/skos/core#prefLabel> ?label
                       FILTER (lang(?label) = ?language) }",
             "parameters": [{"name": "concept", "kind": "concept"}, {"name": "language", "kind": "language"}]}
            """.replace("\n", " ");

    private static RunningRegistry registry;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void whatAStewardKeepsEverybodyAsksWithValues() {
        assertThat(send("PUT", "labels", LABELS, READER).statusCode()).isEqualTo(403);
        assertThat(send("PUT", "labels", LABELS, STEWARD).statusCode()).isEqualTo(200);

        var answer = send("POST", "labels/answer", "{\"concept\": \"GN0089\", \"language\": \"gn\"}", READER);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("akãnundu").doesNotContain("fiebre");
        assertThat(answer.headers().firstValue("X-Truncated")).hasValue("false");
        assertThat(registry.get("/api/v1/stored-queries", READER).body())
                .contains("Palabras de un concepto", "steward-1");
        var revised = LABELS.replace("prefLabel", "altLabel").replace("Palabras de", "Otras palabras de");
        assertThat(send("PUT", "labels", revised, STEWARD).statusCode()).isEqualTo(200);
        assertThat(registry.get(PATH + "labels", READER).body()).contains("altLabel", "Otras palabras");
        assertThat(send("DELETE", "labels", "", READER).statusCode()).isEqualTo(403);
        assertThat(send("DELETE", "labels", "", STEWARD).statusCode()).isEqualTo(204);
        assertThat(registry.get(PATH + "labels", READER).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"concept\": \"GN0089\"} | 422",
                "{\"concept\": \"GN0089\", \"language\": \"gn\", \"other\": \"x\"} | 422",
                "{\"concept\": \"GN0089> ?p ?o }#\", \"language\": \"gn\"} | 400",
                "{\"concept\": \"GN0089\", \"language\": \"gn\\\" or true\"} | 400",
                "{\"concept\": | 400"
            })
    void aValueThatIsNoneIsRefused(String values, int status) {
        send("PUT", "refusing", LABELS, STEWARD);

        assertThat(send("POST", "refusing/answer", values, READER).statusCode()).isEqualTo(status);
    }

    @Test
    void aTextIsNeverReadAsAQuery() {
        send("PUT", "by-word", """
                {"title": "Conceptos de una palabra", "query":
                 "SELECT ?c { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?l FILTER (str(?l) = ?word) }",
                 "parameters": [{"name": "word", "kind": "text"}]}
                """.replace("\n", " "), STEWARD);

        assertThat(send("POST", "by-word/answer", "{\"word\": \"akãnundu\"}", READER)
                        .body())
                .contains("GN0089");
        assertThat(send("POST", "by-word/answer", "{\"word\": \"\\\") || (1 = 1\"}", READER)
                        .body())
                .doesNotContain("GN0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } } | not allowed",
                "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o } | FROM",
                "DELETE WHERE { ?s ?p ?o } | SPARQL",
                "SELECT ?s { ?s ?p ?o FILTER regex(str(?o), ?word) } | regular expression"
            })
    void whatTheGateRefusesIsNotKept(String query, String reason) {
        var body = "{\"title\": \"No\", \"query\": \"" + query
                + "\", \"parameters\": [{\"name\": \"word\", \"kind\": \"text\"}]}";

        var answer = send("PUT", "refused", body, STEWARD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).containsIgnoringCase(reason);
        assertThat(registry.get(PATH + "refused", READER).statusCode()).isEqualTo(404);
    }

    @Test
    void aQueryThatTakesTooLongIsStoppedAndAllItsRowsAreNotGiven() {
        send("PUT", "slow", """
                {"title": "Todo por todo", "query":
                 "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}
                """.replace("\n", " "), STEWARD);
        send("PUT", "many", """
                {"title": "Todo", "query": "SELECT * { ?a ?b ?c }"}
                """.replace("\n", " "), STEWARD);
        var begun = Instant.now();

        var slow = send("POST", "slow/answer", "{}", READER);

        assertThat(slow.statusCode()).as(slow.body()).isEqualTo(422);
        assertThat(slow.body()).contains("was stopped");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(send("POST", "many/answer", "{}", READER).headers().firstValue("X-Truncated"))
                .hasValue("true");
    }

    @Test
    void aParameterThatIsNoVariableOfTheQueryIsRefused() {
        var answer = send("PUT", "idle", LABELS.replace("\"language\", \"kind\"", "\"colour\", \"kind\""), STEWARD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("colour");
    }

    private static HttpResponse<String> send(String method, String name, String body, Caller caller) {
        return registry.send(registry.request(PATH + name, caller)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }
}
