package org.hms.terminology.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparqlGateTest {
    private static final String PREFIXES = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n";
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ?c ?l { ?c skos:prefLabel ?l FILTER(lang(?l) = 'gn') } ORDER BY ?l LIMIT 5",
                "SELECT (count(*) AS ?n) { ?c a skos:Concept ; skos:closeMatch|skos:exactMatch ?code }",
                "ASK { ?c skos:broader+ ?d }",
                "CONSTRUCT { ?c skos:altLabel ?l } WHERE { ?c skos:altLabel ?l }",
                "SELECT ?l { ?c skos:prefLabel ?l FILTER regex(str(?l), '^ak[aã].*nd', 'i') }",
                "SELECT ?c { ?c skos:prefLabel ?l FILTER NOT EXISTS { ?c skos:exactMatch ?x } }",
                "SELECT ?l (xsd:integer('1') AS ?one) { VALUES ?l { 'a' } BIND(concat(?l, 'b') AS ?m) OPTIONAL { ?s ?p ?m } }"
            })
    void whatReadsTheGraphIsAdmitted(String query) {
        assertThatCode(() -> SparqlGate.admit("PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n" + PREFIXES + query))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://127.0.0.1:1/x> { ?s ?p ?o } }",
                "SELECT * { ?a ?b ?c FILTER EXISTS { SERVICE <http://127.0.0.1:1/x> { ?s ?p ?o } } }",
                "SELECT * { { SELECT ?s { SERVICE ?x { ?s ?p ?o } } } }",
                "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }",
                "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH ?g { ?s ?p ?o } }",
                "DESCRIBE <http://127.0.0.1:1/x>",
                "LOAD <http://127.0.0.1:1/x>",
                "INSERT DATA { <a:b> <a:c> <a:d> }",
                "DROP ALL",
                "SELECT * { ?s <java:java.lang.Runtime> ?o }",
                "SELECT * { ?s <http://jena.apache.org/ARQ/property#splitIRI> (?a ?b) }",
                "SELECT (<java:org.example.F>(?s) AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o FILTER <http://jena.apache.org/ARQ/function#wait>(100000) }",
                "SELECT * { ?s ?p ?o FILTER regex(str(?o), '(a+)+$') }",
                "SELECT * { ?s ?p ?o FILTER regex(str(?o), '(.)\\\\1') }",
                "SELECT * { ?s ?p ?o FILTER regex(str(?o), 'a*a*a*a*a*b') }",
                "SELECT * { ?s ?p ?o FILTER regex(str(?o), ?p) }",
                "SELECT * { ?s ?p ?o FILTER regex(str(?o), '(?=a)b') }",
                "SELECT (replace(str(?o), 'a', 'b') AS ?x) { ?s ?p ?o }",
                "SELECT * { ?s ?p ?o BIND(concat(?o,?o) AS ?a) BIND(concat(?a,?a) AS ?b) BIND(concat(?b,?b) AS ?c)"
                        + " BIND(concat(?c,?c) AS ?d) }",
                "not sparql at all",
                ""
            })
    void whatReachesFurtherIsRefused(String query) {
        assertThatThrownBy(() -> SparqlGate.admit(query)).isInstanceOf(SparqlRefusal.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "{", "[", "!", "-"})
    void whatIsNestedWithoutEndIsRefusedBeforeItIsParsed(String sign) {
        var nested = "SELECT * { ?s ?p " + sign.repeat(50_000) + " }";
        var shorter = "SELECT * { ?s ?p " + sign.repeat(4_000) + " }";

        assertThatThrownBy(() -> SparqlGate.admit(nested)).isInstanceOf(SparqlRefusal.class);
        assertThatThrownBy(() -> SparqlGate.admit(shorter))
                .isInstanceOf(SparqlRefusal.class)
                .hasMessageContaining("nested");
    }

    @Test
    void aLongChainOfAlternativesHarmsNobody() throws SparqlRefusal {
        var chain = "SELECT * { ?s ?p ?o FILTER(" + "?o||".repeat(1_900) + "?o) }";
        var query = SparqlGate.admit(chain);

        assertThat(new SparqlRun(SparqlLimits.USUAL).run(query, manyLabels()).body())
                .isNotEmpty();
    }

    @Test
    void aServiceOnThisMachineHearsNothing() throws IOException {
        try (var listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + listener.getLocalPort() + "/sparql";
            for (var query : new String[] {
                "SELECT * { SERVICE <" + address + "> { ?s ?p ?o } }",
                "SELECT * FROM <" + address + "> { ?s ?p ?o }",
                "DESCRIBE <" + address + ">",
                "LOAD <" + address + ">"
            }) {
                assertThatThrownBy(() -> SparqlGate.admit(query)).isInstanceOf(SparqlRefusal.class);
            }
            listener.setSoTimeout(200);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aQueryWithoutEndIsStopped() {
        var limits = new SparqlLimits(Duration.ofMillis(300), 100);
        var model = manyLabels();
        for (var query : new String[] {
            "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
            "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?f ?c",
            "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(strlen(?c) + strlen(?f) + strlen(?i) = 1) }"
        }) {
            var refusal = Assertions.assertTimeoutPreemptively(
                    SOON,
                    () -> catchThrowableOfType(
                            SparqlRefusal.class, () -> new SparqlRun(limits).run(SparqlGate.admit(query), model)));
            assertThat(refusal).as(query).isNotNull();
            assertThat(refusal.tookTooLong()).isTrue();
        }
    }

    @Test
    void rowsBeyondTheLimitAreCutAndItIsSaid() throws SparqlRefusal {
        var limits = new SparqlLimits(Duration.ofSeconds(5), 10);
        var model = manyLabels();

        var rows = new SparqlRun(limits).run(SparqlGate.admit("SELECT * { ?s ?p ?o }"), model);
        var triples = new SparqlRun(limits).run(SparqlGate.admit("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"), model);
        var few = new SparqlRun(limits).run(SparqlGate.admit("SELECT * { ?s ?p ?o } LIMIT 3"), model);

        assertThat(rows.truncated()).isTrue();
        assertThat(triples.truncated()).isTrue();
        assertThat(few.truncated()).isFalse();
    }

    private static Model manyLabels() {
        var model = ModelFactory.createDefaultModel();
        for (var number = 0; number < 2_000; number++) {
            model.createResource("urn:c:" + number).addProperty(SKOS.prefLabel, "a".repeat(40) + number, "gn");
        }
        return model;
    }
}
