package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.openrefine.SchemaCheck;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is reconciled against the directory and the lexicon as OpenRefine does it. */
@ExtendWith(SharedRegistry.class)
final class ReconcileServiceIT {

    private static final Path SCHEMAS =
            Path.of(System.getProperty("registry.shared", "../../shared"), "data/openrefine/0.2/schemas");
    private static final Caller READER = new Caller("test-reader", Role.READER);
    private static final String FACILITIES = "/reconcile/facilities";
    private static final String PROVIDERS = "/reconcile/providers";
    private static final String LEXICON = "/reconcile/terms/lexicon";

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> anybody(String path) {
        return registry.send(HttpRequest.newBuilder(registry.uri(path)));
    }

    private static JsonNode json(String path) {
        var answer = registry.get(path, READER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private static HttpResponse<String> form(String path, String field, String json) {
        return registry.send(registry.request(path, READER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(field + "=" + encoded(json.replace('\'', '"')))));
    }

    private static JsonNode asked(String path, String queries) {
        var answer = form(path, "queries", queries);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {FACILITIES, PROVIDERS, LEXICON, "/reconcile/terms/icd-10", "/reconcile/terms/snomed"})
    void anybodyReadsWhatAServiceSaysOfItself(String path) {
        var answer = anybody(path);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var manifest = RunningRegistry.json(answer);
        assertThat(manifest.get("versions").toString()).contains("0.2");
        assertThat(manifest.get("name").asText()).isNotBlank();
        assertThat(manifest.at("/suggest/entity/service_url").asText()).endsWith(path);
        assertThat(manifest.has("authentication")).isEqualTo(path.equals(PROVIDERS));
        assertThat(manifest.at("/preview/url").asText()).contains("{{id}}");
    }

    @Test
    void aHouseOfAListIsFoundByWhatTheListSaysOfIt() {
        var row = SeedData.facilities(FacilityList.B).stream()
                .filter(house -> "18030203".equals(house.mspbsCode()))
                .findFirst()
                .orElseThrow();

        var batch = asked(
                FACILITIES,
                "{'q0':{'query':'" + row.name() + "','type':'facility','limit':3,'properties':[{'pid':'district','v':'"
                        + row.ineDistrict() + "'},{'pid':'code','v':'18030203'}]},'q1':{'query':'qqqqq wwwww'}}");

        var found = batch.at("/q0/result");
        assertThat(found).hasSizeBetween(1, 3);
        var scores = found.findValues("score");
        assertThat(scores).allMatch(score -> score.asDouble() >= 0 && score.asDouble() <= 100);
        assertThat(scores).isSortedAccordingTo((one, other) -> Double.compare(other.asDouble(), one.asDouble()));
        assertThat(batch.at("/q1/result")).isEmpty();
    }

    @Test
    void aCodeThatOneHouseBearsNamesIt() {
        var byCode = asked(FACILITIES, "{'q':{'properties':[{'pid':'code','v':'B001'}]}}")
                .at("/q/result");
        assertThat(byCode).hasSize(1);
        var id = byCode.at("/0/id").asText();
        assertThat(byCode.at("/0/match").asBoolean()).isTrue();

        var byId = asked(FACILITIES, "{'q':{'query':'" + id + "'}}").at("/q/result");
        assertThat(byId.at("/0/id").asText()).isEqualTo(id);
        assertThat(byId.at("/0/score").asDouble()).isEqualTo(100);
    }

    @Test
    void getAndPostAnswerAlikeAndAScriptToo() {
        var queries = "{\"q\":{\"query\":\"Hospital Distrital de Itá\",\"limit\":2}}";
        var posted = form(FACILITIES, "queries", queries).body();

        assertThat(registry.get(FACILITIES + "?queries=" + encoded(queries), READER)
                        .body())
                .isEqualTo(posted);
        var script = registry.get(FACILITIES + "?callback=jq.a1&queries=" + encoded(queries), READER);
        assertThat(script.body()).isEqualTo("/**/jq.a1(" + posted + ");");
        assertThat(script.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/javascript");
        assertThat(registry.get(FACILITIES + "?callback=alert(1)", READER).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]|400",
                "{'q':|400",
                "{'q':{}}|400",
                "{'q':{'query':7}}|400",
                "{'q':{'query':'a','limit':0}}|400",
                "{'q':{'properties':[{'v':'a'}]}}|400",
                "{'q':{'query':'a'},'q':{'query':'b'}}|400"
            })
    void whatIsNoBatchIsRefused(String queries, int status) {
        var answer = form(FACILITIES, "queries", queries);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void aBatchThatIsTooLongIsRefused() {
        var queries = new StringBuilder("{");
        for (int i = 0; i < 51; i++) {
            queries.append(i == 0 ? "" : ",").append("'q").append(i).append("':{'query':'a'}");
        }
        assertThat(form(FACILITIES, "queries", queries.append('}').toString()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aPageOfAnotherOriginMayAskBeforeItAsks() {
        var answer = registry.send(HttpRequest.newBuilder(registry.uri(FACILITIES))
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
    }

    @Test
    void namesAreSuggestedWhileTheyAreTyped() {
        var suggested = json(FACILITIES + "/suggest/entity?prefix=hospital%20d");
        assertThat(suggested.get("result")).isNotEmpty();
        var second = suggested.at("/result/1/id").asText();
        assertThat(json(FACILITIES + "/suggest/entity?cursor=1&prefix=hospital%20d")
                        .at("/result/0/id")
                        .asText())
                .isEqualTo(second);
        assertThat(json(FACILITIES + "/suggest/entity?prefix=" + second)
                        .at("/result/0/id")
                        .asText())
                .isEqualTo(second);
        var properties = json(FACILITIES + "/suggest/property?prefix=dist");
        assertThat(properties.at("/result/0/id").asText()).isEqualTo("district");
        var types = json(FACILITIES + "/suggest/type?prefix=unidad");
        assertThat(types.findValuesAsText("id")).contains("USF", "facility");
        assertThat(json(FACILITIES + "/flyout/entity?id=" + second).get("html").asText())
                .contains("<b>");
        assertThat(registry.get(FACILITIES + "/suggest/entity", READER).statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatIsKnownOfAHouseCanBeFetched() {
        var id = json(FACILITIES + "/suggest/entity?prefix=A001")
                .at("/result/0/id")
                .asText();

        var answer = form(
                FACILITIES,
                "extend",
                "{'ids':['" + id + "','nobody'],'properties':[{'id':'district'},{'id':'latitude'},{'id':'code'}]}");
        var extended = RunningRegistry.json(answer);

        assertThat(extended.at("/rows/" + id + "/latitude/0/float").isNumber()).isTrue();
        assertThat(extended.at("/rows/nobody/district")).isEmpty();
        assertThat(extended.at("/meta/1/id").asText()).isEqualTo("latitude");
        var proposed = json(FACILITIES + "/properties?type=USF&limit=4");
        assertThat(proposed.get("properties")).hasSize(4);
        assertThat(form(FACILITIES, "extend", "{'ids':[],'properties':[{'id':'nada'}]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPreviewMayStandInAFrameAndHoldsNoScript() {
        var id = json(FACILITIES + "/suggest/entity?prefix=A001")
                .at("/result/0/id")
                .asText();

        var page = anybody(FACILITIES + "/preview?id=" + id);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors *", "default-src 'none'");
        assertThat(page.body()).contains("<html lang=\"es\">").doesNotContain("<script");
        assertThat(anybody(FACILITIES + "/preview?id=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void ofProfessionalsOnlyThePublicPartIsToldAndOnlyWithAToken() {
        assertThat(anybody(PROVIDERS + "/suggest/entity?prefix=a").statusCode()).isEqualTo(401);
        assertThat(anybody(PROVIDERS + "?queries=%7B%7D").statusCode()).isEqualTo(401);

        var proposed = json(PROVIDERS + "/properties");
        assertThat(proposed.get("properties").findValuesAsText("id"))
                .containsExactly("licence", "specialty", "name", "valid-until", "valid-today");
    }

    @Test
    void wordsInGuaraniFindTheirConcepts() {
        var batch = asked(
                LEXICON, "{'q0':{'query':'akãnundu'},'q1':{'query':'che akanundu','limit':2},'q2':{'query':'zzzz'}}");

        assertThat(batch.at("/q0/result/0/name").asText()).isEqualTo("akãnundu");
        assertThat(batch.at("/q0/result/0/match").asBoolean()).isTrue();
        assertThat(batch.at("/q1/result/0/id")).isEqualTo(batch.at("/q0/result/0/id"));
        var codes =
                asked("/reconcile/terms/icd-10", "{'q':{'query':'akãnundu'}}").at("/q/result");
        assertThat(codes.findValuesAsText("id")).contains("R50.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reconcile/patients", "/reconcile/persons", "/reconcile/terms/people"})
    void nobodyReconcilesPatients(String path) {
        assertThat(registry.get(path, READER).statusCode()).isEqualTo(404);
        assertThat(anybody(path).statusCode()).isIn(401, 404);
    }

    @Test
    void everyAnswerFitsTheSchemasOfTheSpecification() {
        assumeTrue(Files.isDirectory(SCHEMAS), "Skipped: the specification's schemas are not beside the project");
        var id = json(FACILITIES + "/suggest/entity?prefix=A001")
                .at("/result/0/id")
                .asText();
        var extend = encoded("{\"ids\":[\"" + id + "\",\"nobody\"],\"properties\":[{\"id\":\"district\"},"
                + "{\"id\":\"latitude\"},{\"id\":\"code\"}]}");
        var queries =
                "{'q0':{'query':'Hospital Distrital de Itá','limit':3},'q1':{'query':'akãnundu'},'q2':{'query':'qqqqq'}}";
        for (var service : List.of(FACILITIES, PROVIDERS, LEXICON, "/reconcile/terms/icd-10")) {
            requireFit("manifest.json", json(service));
            requireFit("reconciliation-result-batch.json", asked(service, queries));
            requireFit("suggest-entities-response.json", json(service + "/suggest/entity?prefix=a"));
            requireFit("suggest-properties-response.json", json(service + "/suggest/property?prefix="));
            requireFit("suggest-types-response.json", json(service + "/suggest/type?prefix="));
            requireFit("data-extension-property-proposal.json", json(service + "/properties?limit=3"));
        }
        requireFit("data-extension-response.json", json(FACILITIES + "?extend=" + extend));
    }

    private static void requireFit(String schema, JsonNode answer) {
        assertThat(SchemaCheck.faults(SCHEMAS, schema, answer)).as(schema).isEmpty();
    }
}
