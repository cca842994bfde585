package org.hms.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.fhir.FhirRequest;
import org.hms.registry.fhir.Operation.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question about codes is answered once, whatever comes of it, and in the words of the general way. */
class TerminologyQuestionsTest {
    private static final String JSON = "application/fhir+json";

    /** What the operation was asked, in the order of the questions. */
    private static final List<String> ASKED = new ArrayList<>();

    @TempDir
    static Path directory;

    private static FaceServer server;

    @BeforeAll
    static void start() {
        server = FaceServer.startIn(
                directory,
                FhirEndpoint.of("CodeSystem")
                        .read(request -> FhirAnswer.ok(new CodeSystem()))
                        .operation(
                                "lookup",
                                Level.TYPE,
                                Set.of("GET", "POST"),
                                TerminologyQuestionsTest::lookup,
                                "http://example.org/lookup")
                        .build());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void nothingIsAsked() {
        ASKED.clear();
    }

    private static FhirAnswer lookup(FhirRequest request) {
        var body = request.body() instanceof Parameters parameters
                ? String.valueOf(parameters.getParameterFirstRep().getValue())
                : request.query().terms().getFirst().value();
        ASKED.add(body);
        return switch (body) {
            case "missing" ->
                throw FhirProblem.notFound("The code system has no such code").at("code");
            case "broken" -> throw new IllegalStateException("secret");
            default -> FhirAnswer.ok(new Parameters().addParameter("display", "Fiebre"));
        };
    }

    @ParameterizedTest
    @CsvSource({"known, 200", "missing, 404", "broken, 500"})
    void aQuestionIsAnsweredOnce(String code, int status) {
        var asked = server.get("/fhir/CodeSystem/$lookup?code=" + code);
        var posted = post(body(code));

        assertThat(asked.statusCode()).isEqualTo(status);
        assertThat(posted.statusCode()).isEqualTo(status);
        assertThat(ASKED).containsExactly(code, code);
        assertThat(asked.body()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=missing", "code=missing&_format=xml", "_format=turtle&code=missing", "code=%zz"})
    void aRefusalIsToldAsOnTheGeneralWay(String query) {
        var target = "/fhir/CodeSystem/$lookup?" + query.replace("%zz", "%C3");
        for (var accept : List.of("*/*", "application/fhir+xml", "text/html")) {
            var quick = server.get(target, "Accept", accept);
            var general = server.get(target, "Accept", accept, "Content-Encoding", "identity");

            assertThat(quick.statusCode()).isGreaterThanOrEqualTo(400).isEqualTo(general.statusCode());
            assertThat(quick.body()).isEqualTo(general.body());
            assertThat(quick.headers().map().get("Content-Type"))
                    .isEqualTo(general.headers().map().get("Content-Type"));
        }
    }

    @Test
    void aBodyThatWasReadLeavesTheConnectionOpenAndOneThatWasNotEndsIt() {
        var read = post(body("missing"));
        var malformed = post("{");
        var unread = server.post(
                "/fhir/CodeSystem/$lookup?code=%00", JSON, body("known").getBytes(UTF_8));

        assertThat(List.of(read.statusCode(), malformed.statusCode(), unread.statusCode()))
                .containsExactly(404, 400, 400);
        assertThat(read.headers().firstValue("Connection")).isEmpty();
        assertThat(malformed.headers().firstValue("Connection")).isEmpty();
        assertThat(ASKED).containsExactly("missing");
    }

    @Test
    void whatIsNotAskedHereGoesTheGeneralWay() {
        assertThat(server.get("/fhir/CodeSystem/$other").statusCode()).isEqualTo(404);
        assertThat(server.get("/fhir/CodeSystem/one").statusCode()).isEqualTo(200);
        assertThat(server.post(
                                "/fhir/CodeSystem/$lookup",
                                "text/plain",
                                body("known").getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.post("/fhir/CodeSystem/$lookup", JSON, new byte[2 << 20])
                        .statusCode())
                .isEqualTo(413);
        assertThat(ASKED).isEmpty();
    }

    private static HttpResponse<String> post(String body) {
        return server.post("/fhir/CodeSystem/$lookup", JSON, body.getBytes(UTF_8));
    }

    private static String body(String code) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"code\",\"valueCode\":\"" + code + "\"}]}";
    }
}
