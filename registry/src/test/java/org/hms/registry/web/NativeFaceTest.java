package org.hms.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The native face and the documentation on real HTTP. */
class NativeFaceTest {

    @TempDir
    static Path directory;

    private static FaceServer server;

    @BeforeAll
    static void start() {
        server = FaceServer.startIn(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        limit=5&offset=10 | 200 |
        limit=0           | 400 | limit
        limit=many        | 400 | limit
        limit=501         | 400 | limit
        offset=-1         | 400 | offset
        colour=red        | 400 | colour
        """)
    void onlyKnownParametersWithSenseAreTaken(String query, int status, String named) throws IOException {
        var answer = server.get("/api/v1/samples?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (named != null) {
            var problem = problem(answer);
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(named);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"text":"a","number":1}                | 200 |
        {"text":"a","number":1,"colour":"red"} | 400 | /colour
        {"text":"a","number":"x"}              | 400 | /number
        {"text":"a","number":null}             | 400 | /number
        {"text":"a","text":"b"}                | 400 | /text
        {"text":"\\u0000","number":1}           | 400 | /text
        {"text":"\\ud800","number":1}           | 400 | /text
        {"number":1e1000000}                   | 400 | /number
        {"text":"a"} {}                        | 400 | end
        {"text":                               | 400 | line 1
        """)
    void aBodyThatDoesNotFitIsRefusedWithItsPlace(String body, int status, String place) throws IOException {
        var answer = server.post("/api/v1/samples", "application/json", body.getBytes(UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (place != null) {
            assertThat(problem(answer).toString()).contains(place);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "PUT, /api/v1/samples, 405",
        "POST, /api/v1/samples, 415",
        "GET, /api/v1/samples/1, 500"
    })
    void whateverGoesWrongIsAProblem(String method, String path, int status) throws IOException {
        var answer = server.send(server.request(path).method(method, HttpRequest.BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(problem(answer).path("title").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("Juana").doesNotContain("Exception");
        assertThat(problem(answer).has("incident")).isEqualTo(status == 500);
    }

    @Test
    void anAnswerIsNeitherStoredNorFramedNorGuessed() {
        var headers = server.get("/api/v1/samples").headers();

        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @Test
    void everyoneNeedsAToken() throws IOException {
        var answer = server.send(HttpRequest.newBuilder(server.uri("/api/v1/samples")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(problem(answer).path("status").asInt()).isEqualTo(401);
    }

    @Test
    void theDocumentIsOpenApi31AndListsBothFaces() throws IOException {
        var answer = server.send(HttpRequest.newBuilder(server.uri("/api/openapi.json")));

        var document = new ObjectMapper().readTree(answer.body());
        assertThat(document.path("openapi").asText()).startsWith("3.1");
        var paths = document.path("paths");
        assertThat(paths.has("/api/v1/samples")).isTrue();
        assertThat(paths.path("/api/v1/samples").path("get").path("parameters").findValuesAsText("name"))
                .contains("limit", "offset", "q");
        assertThat(paths.at("/~1fhir~1Basic/get/parameters").findValuesAsText("name"))
                .containsExactly("code", "created", "identifier");
        assertThat(paths.has("/fhir/Basic/$echo")).isTrue();
        assertThat(paths.at("/~1fhir~1Basic~1{id}/get/parameters/0/required").asBoolean())
                .isTrue();
        assertThat(paths.at("/~1fhir~1Basic~1{id}").has("delete")).isFalse();
    }

    @Test
    void thePageIsServedFromHereWithoutInlineScript() {
        var page = server.send(HttpRequest.newBuilder(server.uri("/api")));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("https://");
        page.body().lines().filter(line -> line.contains("/api/assets/")).forEach(line -> {
            var path = line.replaceFirst("^.*\"(/api/assets/[^\"]+)\".*$", "$1");
            assertThat(server.send(HttpRequest.newBuilder(server.uri(path))).statusCode())
                    .as(path)
                    .isEqualTo(200);
        });
    }

    @Test
    void requestsAreTimedByRouteAndNeverByUrl() {
        server.get("/fhir/Basic/a-secret-id");
        server.get("/api/v1/samples/a-secret-id");

        var metrics =
                server.send(HttpRequest.newBuilder(server.adminUri("/metrics"))).body();

        assertThat(metrics)
                .contains(
                        "registry_http_request_seconds_count{face=\"fhir\",method=\"GET\",route=\"/fhir/Basic/{id}\",status=\"404\"}")
                .contains("route=\"/api/v1/samples/{id}\"")
                .contains("jvm_memory")
                .doesNotContain("secret");
    }

    private static JsonNode problem(HttpResponse<String> answer) throws IOException {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.MEDIA_TYPE);
        return new ObjectMapper().readTree(answer.body());
    }
}
