package org.hms.registry.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import org.hms.registry.web.FaceServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which form, measure and version answers come. */
class FhirAnswersTest {
    private static final String JSON = "application/fhir+json";
    private static final FhirContext FHIR = FhirContext.forR4Cached();

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

    @BeforeEach
    void twelveResources() {
        server.basics().fill(12);
    }

    @ParameterizedTest
    @CsvSource({"return=minimal, ''", "return=representation, Basic", "return=OperationOutcome, OperationOutcome"})
    void aWriteAnswersAsPreferred(String preference, String type) {
        var answer =
                server.post("/fhir/Basic", JSON, "{\"resourceType\":\"Basic\"}".getBytes(UTF_8), "Prefer", preference);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(server.uri("/fhir/Basic/b12/_history/1").toString());
        assertThat(
                        type.isEmpty()
                                ? answer.body()
                                : FHIR.newJsonParser()
                                        .parseResource(answer.body())
                                        .fhirType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/fhir+json             |                          | 200 | {
        application/fhir+xml              |                          | 200 | <
        text/xml                          |                          | 200 | <
        */*                               |                          | 200 | {
        application/fhir+xml              | json                     | 200 | {
        application/json                  | xml                      | 200 | <
        application/json                  | application/fhir%2Bxml   | 200 | <
        application/json                  | application/fhir+xml     | 200 | <
        application/xml;q=.5, text/json   |                          | 200 | {
        text/turtle                       |                          | 406 | {
        application/json                  | turtle                   | 406 | {
        """)
    void theFormIsNegotiatedAndTheUrlHasTheLastWord(String accept, String format, int status, String begins) {
        var answer = server.get("/fhir/Basic/b00" + (format == null ? "" : "?_format=" + format), "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith(begins);
    }

    @Test
    void onlyTheElementsAskedForAreSent() {
        var answer = server.get("/fhir/Basic/b00?_elements=identifier&_pretty=true");

        assertThat(answer.body()).contains("SUBSETTED").contains("\n");
    }

    @Test
    void aReadCarriesItsVersionAndIsNotSentTwice() {
        var answer = server.get("/fhir/Basic/b00");
        var again = server.get("/fhir/Basic/b00", "If-None-Match", "W/\"1\"");

        assertThat(answer.headers().firstValue("ETag")).hasValue("W/\"1\"");
        assertThat(answer.headers().firstValue("Last-Modified")).hasValue("Fri, 2 Jan 2026 03:04:05 GMT");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }
}
