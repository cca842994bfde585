package org.hms.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile body is refused on real HTTP with the place named, in a moment, and leaves nothing behind. */
class HostileBodiesTest {
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";

    @TempDir
    static Path directory;

    private static FaceServer server;

    @BeforeAll
    static void start() {
        server = FaceServer.startIn(directory);
        server.basics().fill(0);
        server.post("/fhir/Basic", JSON, "{\"resourceType\":\"Basic\",\"x\":1}".getBytes(UTF_8));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> hostileJson() {
        return Stream.of(
                json(
                        "a number that takes HAPI 18 seconds",
                        basic("\"extension\":[{\"url\":\"u\",\"valueDecimal\":1e1000000}]"),
                        400,
                        "extension[0].valueDecimal"),
                json(
                        "a number of 100,000 digits",
                        basic("\"extension\":[{\"url\":\"u\",\"valueDecimal\":" + "9".repeat(100_000) + "}]"),
                        400,
                        "line 1"),
                json(
                        "a huge number in quotes",
                        basic("\"extension\":[{\"url\":\"u\",\"valueDecimal\":\"1e1000000\"}]"),
                        400,
                        "extension[0].valueDecimal"),
                json("an escaped NUL", basic("\"language\":\"e\\u0000s\""), 400, "language"),
                json("a raw NUL", basic("\"language\":\"e\0s\""), 400, "line 1"),
                json("an escaped lone surrogate", basic("\"language\":\"\\ud800\""), 400, "language"),
                json("a duplicate key", basic("\"language\":\"es\",\"language\":\"gn\""), 400, "language"),
                json("a nesting of 100,000", basic("\"extension\":" + "[".repeat(100_000)), 400, "nested deeper"),
                json("objects nested 100,000 deep", "{\"a\":".repeat(100_000), 400, "nested deeper"),
                json("a truncated body", "{\"resourceType\":\"Basic\",\"language\":\"e", 400, "line 1"),
                json("something after the end", basic("\"language\":\"es\"") + " {}", 400, "follows the end"),
                json("an array at the root", "[]", 400, "JSON object"),
                json("nothing", "", 400, "body is needed"),
                json("blanks", "  ", 400, "empty"),
                json("no resource type", "{\"language\":\"es\"}", 400, "resourceType"),
                json("an unknown resource type", "{\"resourceType\":\"Persona\"}", 400, "resourceType"),
                json("another resource type", "{\"resourceType\":\"Patient\"}", 400, "Patient"),
                json("an unknown element", basic("\"colour\":\"red\""), 400, "colour"),
                json("a number for a date", basic("\"created\":5"), 400, "created"),
                json("a date that is none", basic("\"created\":\"2020-13-45\""), 400, "created"),
                json("an object for a list", basic("\"identifier\":{\"value\":\"1\"}"), 400, "identifier"),
                json("a list for one value", basic("\"created\":[\"2020\"]"), 400, "created"),
                json("a list deep inside", basic("\"identifier\":[{\"value\":[\"1\"]}]"), 400, "identifier[0].value"),
                json("a null", basic("\"created\":null"), 400, "created"),
                json("an empty list", basic("\"identifier\":[]"), 400, "identifier"),
                json("an unknown code", basic("\"identifier\":[{\"use\":\"sometimes\"}]"), 400, "identifier[0].use"),
                json("text for an extension", basic("\"extension\":[5]"), 400, "extension[0]"),
                json(
                        "two values of a choice",
                        basic("\"extension\":[{\"url\":\"u\",\"valueString\":\"a\",\"valueCode\":\"b\"}]"),
                        400,
                        "extension[0].valueCode"),
                json("an id that is none", basic("\"id\":\"a b/c\""), 400, "id"),
                json("comments", basic("\"fhir_comments\":[\"x\"]"), 400, "fhir_comments"),
                json("a body of 2 MiB", basic("\"language\":\"" + "x".repeat(2 << 20) + "\""), 413, "1048576"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileJson")
    void aHostileJsonBodyIsRefusedAndItsPlaceNamed(String what, byte[] body, int status, String place) {
        refuses(JSON, body, status, place);
    }

    static Stream<Arguments> hostileXml() {
        var laughs = "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        return Stream.of(
                xml(
                        "a document type",
                        "<!DOCTYPE Basic SYSTEM \"file:///etc/passwd\">" + basicXml(""),
                        "document type"),
                xml("a billion laughs", laughs + basicXml("<language value=\"&b;\"/>"), "document type"),
                xml("depth", basicXml("<extension url='u'>".repeat(10_000)), "nested deeper"),
                xml("truncation", "<Basic xmlns=\"http://hl7.org/fhir\"><language", "line 1"),
                xml("a NUL reference", basicXml("<language value=\"&#0;\"/>"), "line 1"),
                xml("a NUL", basicXml("<language value=\"\0\"/>"), "NUL"),
                xml("no namespace", "<Basic/>", "root"),
                xml("text between elements", basicXml("Juana"), "no text"),
                xml("an unknown element", basicXml("<colour value=\"red\"/>"), "colour"),
                xml("a bad date", basicXml("<created value=\"2020-13-45\"/>"), "created"),
                xml(
                        "a huge number",
                        basicXml("<extension url='u'><valueDecimal value='1e1000000'/></extension>"),
                        "exponent"),
                xml("an instruction", "<?php evil?>" + basicXml(""), "instructions"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileXml")
    void aHostileXmlBodyIsRefusedAndItsPlaceNamed(String what, byte[] body, String place) {
        refuses(XML, body, 400, place);
    }

    @Test
    void aRawLoneSurrogateIsRefusedAsBrokenUtf8() {
        var body = basic("\"language\":\"__\"").getBytes(UTF_8);
        var at = new String(body, UTF_8).indexOf("__");
        body[at] = (byte) 0xED;
        body[at + 1] = (byte) 0xA0;

        refuses(JSON, body, 400, "UTF-8");
    }

    @Test
    void aGzipBombIsCountedAfterInflation() throws IOException {
        var answer = server.post(
                "/fhir/Basic",
                JSON,
                gzip(basic("\"language\":\"" + "x".repeat(50 << 20) + "\"")),
                "Content-Encoding",
                "gzip");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(outcome(answer.body())).contains("1048576");
        assertThat(server.basics().count()).isZero();
    }

    @Test
    void aSmallGzipBodyIsTaken() throws IOException {
        var answer = server.post("/fhir/Basic", JSON, gzip(basic("\"language\":\"es\"")), "Content-Encoding", "gzip");

        assertThat(answer.statusCode()).isEqualTo(201);
        server.basics().fill(0);
    }

    @Test
    void aChunkedBodyIsCountedWithoutALength() {
        var stream = new ByteArrayInputStream(new byte[2 << 20]);
        var answer = server.send(server.request("/fhir/Basic")
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> stream)));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void scriptInANarrativeIsNotKept() {
        var body = basic("\"text\":{\"status\":\"generated\",\"div\":\"<div"
                + " xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><script>x()</script></div>\"}");

        var answer = server.post("/fhir/Basic", JSON, body.getBytes(UTF_8));

        assertThat(answer.body()).doesNotContain("script");
        server.basics().fill(0);
    }

    @Test
    void anUnreadableMediaTypeIsSaidSo() {
        assertThat(server.post("/fhir/Basic", "text/plain", "x".getBytes(UTF_8)).statusCode())
                .isEqualTo(415);
        assertThat(server.post("/fhir/Basic", JSON + ";charset=utf-16", "x".getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(415);
        assertThat(server.post("/fhir/Basic", JSON, new byte[] {1}, "Content-Encoding", "br")
                        .statusCode())
                .isEqualTo(415);
    }

    private static void refuses(String type, byte[] body, int status, String place) {
        var answer = server.post("/fhir/Basic", type, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(outcome(answer.body()))
                .contains(place)
                .doesNotContain("2020-13-45")
                .doesNotContain("Juana");
        assertThat(server.basics().count()).isZero();
    }

    private static String outcome(String body) {
        var context = FhirContext.forR4Cached();
        var parser = body.startsWith("<") ? context.newXmlParser() : context.newJsonParser();
        var issue = parser.parseResource(OperationOutcome.class, body).getIssueFirstRep();
        var expression =
                issue.hasExpression() ? issue.getExpression().getFirst().getValue() : "";
        return issue.getDiagnostics() + " " + expression;
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static String basic(String inside) {
        return "{\"resourceType\":\"Basic\"," + inside + "}";
    }

    private static String basicXml(String inside) {
        return "<Basic xmlns=\"http://hl7.org/fhir\">" + inside + "</Basic>";
    }

    private static Arguments json(String what, String body, int status, String place) {
        return Arguments.of(what, body.getBytes(UTF_8), status, place);
    }

    private static Arguments xml(String what, String body, String place) {
        return Arguments.of(what, body.getBytes(UTF_8), place);
    }
}
