package org.hms.registry.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused leaves no trace: nothing stored, nothing personal said back, and the next caller is served. */
@ExtendWith(SharedRegistry.class)
final class BadInputIT {

    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";
    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);

    /** Stands in each bad body as a name, a number or a date, and must never come back. */
    private static final String PRIVATE_NAME = "Xanthippa";

    private static final String PRIVATE_NUMBER = "7654321";

    private static RunningRegistry registry;

    private long changesBefore;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        feed(JSON, "{".getBytes(UTF_8));
    }

    @BeforeEach
    void rememberTheChangeLog() {
        changesBefore = changes();
    }

    @AfterEach
    void nothingWasStoredAndTheServiceAnswers() {
        assertThat(changes()).as("the number of the last change").isEqualTo(changesBefore);
        assertThat(registry.send(HttpRequest.newBuilder(registry.adminUri("/healthcheck")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(registry.get("/fhir/metadata", ADMIN).statusCode()).isEqualTo(200);
    }

    private static long changes() {
        return registry.database()
                .withHandle(handle -> handle.createQuery("SELECT last FROM change_counter")
                        .mapTo(Long.class)
                        .one());
    }

    private static HttpResponse<String> feed(String type, byte[] body, String... headers) {
        var query = URLEncoder.encode(TestPatients.HIS + "|bad-1", UTF_8);
        var request = registry.request("/fhir/Patient?identifier=" + query, ADMIN)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        return registry.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> match(String body) {
        return registry.send(registry.request("/fhir/Patient/$match", ADMIN)
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String patient(String more) {
        return "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"%s\",\"value\":\"bad-1\"}],"
                        .formatted(TestPatients.HIS)
                + "\"name\":[{\"given\":[\"" + PRIVATE_NAME + "\"]}]," + more + "}";
    }

    private static String patientXml(String more) {
        return "<Patient xmlns=\"http://hl7.org/fhir\"><identifier><system value=\"%s\"/><value value=\"bad-1\"/></identifier>%s</Patient>"
                .formatted(TestPatients.HIS, more);
    }

    static Stream<Arguments> badJson() {
        var number = "{\"url\":\"u\",\"valueDecimal\":%s}";
        return Stream.of(
                bad("a truncated body", patient("").substring(0, 90), "line 1"),
                bad("no JSON at all", PRIVATE_NAME, "line 1"),
                bad("a number for a name", patient("\"birthDate\":" + PRIVATE_NUMBER), "birthDate"),
                bad("text for a boolean", patient("\"active\":\"" + PRIVATE_NAME + "\""), "active"),
                bad("a list for an object", patient("\"maritalStatus\":[\"" + PRIVATE_NAME + "\"]"), "maritalStatus"),
                bad("a day that is none", patient("\"birthDate\":\"1990-02-31\""), "birthDate"),
                bad("an unknown sex", patient("\"gender\":\"" + PRIVATE_NAME + "\""), "gender"),
                bad("an unknown element", patient("\"favourite\":\"" + PRIVATE_NAME + "\""), "favourite"),
                bad("an escaped NUL", patient("\"language\":\"" + PRIVATE_NAME + "\\u0000\""), "language"),
                bad("a raw NUL", patient("\"language\":\"" + PRIVATE_NAME + "\0\""), "line 1"),
                bad("a lone surrogate", patient("\"language\":\"" + PRIVATE_NAME + "\\udc00\""), "language"),
                bad("a key twice", patient("\"birthDate\":\"1990\",\"birthDate\":\"1991\""), "birthDate"),
                bad(
                        "a million digits' worth",
                        patient("\"extension\":[" + number.formatted("1e1000000") + "]"),
                        "valueDecimal"),
                bad(
                        "a negative million",
                        patient("\"extension\":[" + number.formatted("-1e-1000000") + "]"),
                        "valueDecimal"),
                bad("50,000 lists deep", patient("\"extension\":" + "[".repeat(50_000)), "nested deeper"),
                bad("20,000 objects deep", "{\"a\":".repeat(20_000), "nested deeper"),
                bad("another type", "{\"resourceType\":\"Practitioner\"}", "Practitioner"),
                bad("no type", "{\"name\":[{\"family\":\"" + PRIVATE_NAME + "\"}]}", "resourceType"),
                bad("not the identifier of the URL", "{\"resourceType\":\"Patient\"}", "Patient.identifier"));
    }

    private static Arguments bad(String what, String body, String place) {
        return Arguments.of(what, body, place);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badJson")
    void aBadJsonBodyIsRefusedWithItsPlace(String what, String body, String place) {
        refused(feed(JSON, body.getBytes(UTF_8)), 400, place);
    }

    static Stream<Arguments> badXml() {
        return Stream.of(
                bad("a truncated body", "<Patient xmlns=\"http://hl7.org/fhir\"><name", "line 1"),
                bad("an entity", "<!DOCTYPE p [<!ENTITY x \"y\">]>" + patientXml(""), "document type"),
                bad("an unknown element", patientXml("<favourite value=\"" + PRIVATE_NAME + "\"/>"), "favourite"),
                bad("a day that is none", patientXml("<birthDate value=\"1990-02-31\"/>"), "birthDate"),
                bad("a NUL", patientXml("<language value=\"&#0;\"/>"), "line 1"),
                bad("10,000 elements deep", patientXml("<extension url=\"u\">".repeat(10_000)), "nested deeper"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badXml")
    void aBadXmlBodyIsRefusedWithItsPlace(String what, String body, String place) {
        refused(feed(XML, body.getBytes(UTF_8)), 400, place);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        var body = patient("\"language\":\"~~\"").getBytes(UTF_8);
        int at = new String(body, UTF_8).indexOf("~~");
        body[at] = (byte) 0xC0;
        body[at + 1] = (byte) 0x80;

        refused(feed(JSON, body), 400, "UTF-8");
    }

    @Test
    void aBodyOverTheConfiguredLimitIsRefused() {
        var body = patient("\"language\":\"" + "x".repeat(1 << 18) + "\"");

        refused(feed(JSON, body.getBytes(UTF_8)), 413, "262144");
        assertThat(match(body).statusCode()).isEqualTo(413);
    }

    static Stream<Arguments> badMatches() {
        return Stream.of(
                bad("nobody to match", "{\"resourceType\":\"Parameters\"}", "Parameters.parameter"),
                bad("a count of zero", parameters("count", "\"valueInteger\":0"), "count"),
                bad("a count in words", parameters("count", "\"valueString\":\"" + PRIVATE_NAME + "\""), "count"),
                bad("no boolean", parameters("onlyCertainMatches", "\"valueInteger\":1"), "onlyCertainMatches"),
                bad("an unknown parameter", parameters("colour", "\"valueString\":\"x\""), "parameter.name"));
    }

    private static String parameters(String name, String value) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"%s\",%s}]}".formatted(name, value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badMatches")
    void aBadMatchIsRefusedWithItsPlace(String what, String body, String place) {
        refused(match(body), 400, place);
    }

    static Stream<Arguments> badUrls() {
        return Stream.of(
                Arguments.of("/fhir/Patient?favourite=" + PRIVATE_NAME, 400, "favourite"),
                Arguments.of("/fhir/Patient?gender=" + PRIVATE_NUMBER, 400, "gender"),
                Arguments.of("/fhir/Patient?identifier=a%7Cb&_count=many", 400, "_count"),
                Arguments.of("/fhir/Patient?identifier=a%7C%00", 400, ""),
                Arguments.of("/fhir/Patient/$ihe-pix?sourceIdentifier=" + PRIVATE_NUMBER, 400, "sourceIdentifier"),
                Arguments.of("/fhir/Patient/" + PRIVATE_NUMBER, 404, ""),
                Arguments.of("/api/v1/persons/" + PRIVATE_NUMBER, 404, ""),
                Arguments.of("/api/v1/persons/" + PRIVATE_NUMBER + "?favourite=1", 400, "favourite"),
                Arguments.of("/api/v1/cross-border/identifiers?system=a", 400, "value"),
                Arguments.of("/api/v1/cross-border/identifiers?value=" + PRIVATE_NUMBER, 400, "system"));
    }

    /** Under {@code Prefer: handling=strict}, which the native face needs not be told. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("badUrls")
    void aBadUrlIsRefusedWithItsPlace(String url, int status, String place) {
        refused(registry.send(registry.request(url, ADMIN).header("Prefer", "handling=strict")), status, place);
    }

    private static void refused(HttpResponse<String> answer, int status, String place) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        var type = answer.headers().firstValue("Content-Type").orElse("none");
        if (type.contains("fhir")) {
            assertThat(answer.body()).contains("OperationOutcome");
        } else {
            assertThat(type).startsWith("application/problem+json");
        }
        assertThat(answer.body())
                .contains(place)
                .doesNotContain(PRIVATE_NAME)
                .doesNotContain(PRIVATE_NUMBER)
                .doesNotContain("1990-02-31");
    }
}
