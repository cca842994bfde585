package org.hms.registry.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.access.Role;
import org.hms.registry.web.FaceServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The FHIR face on real HTTP, judged by HAPI's own parser. */
class FhirFaceTest {
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

    @Test
    void theCapabilityStatementListsExactlyWhatIsRegistered() {
        var answer = server.send(HttpRequest.newBuilder(server.uri("/fhir/metadata")));

        var statement = parse(answer, CapabilityStatement.class);
        var basic = statement.getRestFirstRep().getResourceFirstRep();
        assertThat(statement.getRestFirstRep().getResource()).hasSize(1);
        assertThat(basic.getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .containsExactlyInAnyOrder("read", "search-type", "create", "update");
        assertThat(basic.getConditionalUpdate()).isTrue();
        assertThat(basic.hasConditionalDelete()).isFalse();
        assertThat(basic.getSearchParam())
                .extracting(parameter -> parameter.getName())
                .containsExactly("code", "created", "identifier");
        assertThat(basic.getOperation())
                .extracting(operation -> operation.getName())
                .containsExactly("echo");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET    | /fhir/Basic/b00                    | 200 |
        GET    | /fhir/Basic/b99                    | 404 |
        GET    | /fhir/Basic/ABCDEFGHJKMNPQRS       | 404 |
        GET    | /fhir/Basic/b00/_history/1         | 405 |
        GET    | /fhir/Basic/b00/_history           | 405 |
        DELETE | /fhir/Basic/b00                    | 405 | GET
        PATCH  | /fhir/Basic/b00                    | 405 | GET
        DELETE | /fhir/Basic?identifier=1           | 405 | GET, POST, PUT
        PUT    | /fhir/Basic                        | 412 |
        GET    | /fhir/Basic/$echo                  | 200 |
        DELETE | /fhir/Basic/$echo                  | 405 | GET, POST
        GET    | /fhir/Basic/$other                 | 404 |
        GET    | /fhir/Basic/b00/$echo              | 404 |
        GET    | /fhir/Patient                      | 404 |
        GET    | /fhir/Basic/b00/b01/b02            | 404 |
        GET    | /fhir/Basic/an%20id                | 404 |
        POST   | /fhir                              | 405 |
        GET    | /fhir/$match                       | 404 |
        POST   | /fhir/metadata                     | 405 | GET
        """)
    void whatIsNotRegisteredIsRefusedAndWhatIsIsNamed(String method, String path, int status, String allow) {
        var body = method.equals("PUT")
                ? HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"Basic\"}")
                : HttpRequest.BodyPublishers.noBody();
        var answer =
                server.send(server.request(path).header("Content-Type", JSON).method(method, body));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(parse(answer, OperationOutcome.class).getIssueFirstRep().getDiagnostics())
                    .isNotBlank();
        }
        if (allow != null) {
            assertThat(answer.headers().firstValue("Allow")).hasValue(allow);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        colour=red           | colour
        _count=many          | _count
        _offset=-1           | _offset
        _sort=colour         | _sort
        _include=Basic:x     | _include
        code=                | code
        code=a,,b            | code
        _summary=some        | _summary
        _elements=a%20b      | _elements
        _total=much          | _total
        """)
    void whatIsNotUnderstoodIsRefusedByNameOnlyWhenAskedStrictly(String query, String name) {
        var strict = server.get("/fhir/Basic?" + query, "Prefer", "handling=strict");
        var lenient = server.get("/fhir/Basic?" + query);

        assertThat(strict.statusCode()).as(strict.body()).isEqualTo(400);
        assertThat(diagnostics(strict)).contains(name);
        assertThat(lenient.statusCode()).isEqualTo(200);
        assertThat(link(parse(lenient, Bundle.class), "self")).doesNotContain(query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        code:exact=a         | code:exact
        created=yesterday    | created
        code=%00             | NUL
        code=%ZZ             | percent-encoding
        code=%              | percent-encoding
        code=%ED%A0%80       | UTF-8
        """)
    void whatWouldChangeTheMeaningIsAlwaysRefused(String query, String named) {
        var answer = server.sendRaw("/fhir/Basic?" + query);

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("OperationOutcome")
                .contains(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Basic/%00",
                "/fhir/Basic/%ZZ",
                "/fhir/%2e%2e/x",
                "/fhir//Basic",
                "/fhir/Basic/{a}",
                "/fhir/Basic/a b"
            })
    void aUrlThatTheServerCannotReadIsRefusedInOurWords(String target) {
        var answer = server.sendRaw(target);

        // Where the path itself cannot be read the server does not know whose face it is.
        assertThat(answer).startsWith("HTTP/1.1 400").containsAnyOf("OperationOutcome", "application/problem+json");
        assertThat(answer).contains("malformed").doesNotContain("<html");
    }

    @Test
    void anElementMayBeAskedForTwice() {
        assertThat(server.get("/fhir/Basic?_elements=code,code").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesLinkToEachOtherWithTheSameParameters() {
        var first = parse(server.get("/fhir/Basic?code=http%3A%2F%2Fx%7Cy&_count=5"), Bundle.class);
        var second = parse(server.get(pathOf(link(first, "next"))), Bundle.class);
        var third = parse(server.get(pathOf(link(second, "next"))), Bundle.class);

        assertThat(first.getTotal()).isEqualTo(12);
        assertThat(link(first, "self")).endsWith("/fhir/Basic?code=http:%2F%2Fx%7Cy&_count=5&_offset=0");
        assertThat(first.getLink("previous")).isNull();
        assertThat(second.getEntry()).hasSize(5);
        assertThat(third.getEntry()).hasSize(2);
        assertThat(third.getLink("next")).isNull();
        assertThat(link(third, "previous")).isEqualTo(link(second, "self"));
        assertThat(third.getEntryFirstRep().getFullUrl())
                .isEqualTo(server.uri("/fhir/Basic/b10").toString());
        assertThat(third.getEntryFirstRep().getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.MATCH);
    }

    @Test
    void aCountIsCappedAndZeroAndSummaryCountGiveNoEntries() {
        server.basics().fill(60);

        assertThat(parse(server.get("/fhir/Basic?_count=999"), Bundle.class).getEntry())
                .hasSize(50);
        for (var query : List.of("_count=0", "_summary=count")) {
            var counted = parse(server.get("/fhir/Basic?" + query), Bundle.class);
            assertThat(counted.getTotal()).isEqualTo(60);
            assertThat(counted.getEntry()).isEmpty();
        }
    }

    @Test
    void aSearchByFormIsTheSameSearch() {
        var form = server.post("/fhir/Basic/_search", "application/x-www-form-urlencoded", "_count=3".getBytes(UTF_8));
        var json = server.post("/fhir/Basic/_search", JSON, "{}".getBytes(UTF_8));

        assertThat(parse(form, Bundle.class).getEntry()).hasSize(3);
        assertThat(json.statusCode()).isEqualTo(415);
    }

    @Test
    void headIsGetWithoutItsBodyAndOptionsNamesTheMethods() {
        var head = server.send(server.request("/fhir/Basic/b00").HEAD());
        var options = server.send(server.request("/fhir/Basic").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).hasValue("W/\"1\"");
        assertThat(head.body()).isEmpty();
        assertThat(options.headers().firstValue("Allow")).hasValue("GET, POST, PUT, HEAD, OPTIONS");
    }

    @Test
    void everyoneNeedsATokenAndTheRightRole() {
        var nobody = server.send(HttpRequest.newBuilder(server.uri("/fhir/Basic")));
        var forged =
                server.send(HttpRequest.newBuilder(server.uri("/fhir/Basic")).header("Authorization", "Bearer a.b.c"));
        var reader = server.send(HttpRequest.newBuilder(server.uri("/fhir/Basic"))
                .header("Authorization", "Bearer " + server.token(Role.READER))
                .header("Content-Type", JSON)
                .POST(HttpRequest.BodyPublishers.ofString("{\"resourceType\":\"Basic\"}")));

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"registry\"");
        assertThat(parse(nobody, OperationOutcome.class).getIssueFirstRep().getCode())
                .isEqualTo(OperationOutcome.IssueType.LOGIN);
        assertThat(forged.statusCode()).isEqualTo(401);
        assertThat(forged.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(reader.statusCode()).isEqualTo(403);
        assertThat(server.basics().count()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&b=2", "a=x%2Cy"})
    void anOperationTakesItsParametersFromTheQuery(String query) {
        var echoed = parse(server.get("/fhir/Basic/$echo?" + query), Parameters.class);

        assertThat(echoed.getParameterFirstRep().getName()).isEqualTo("a");
    }

    private static <T extends Resource> T parse(HttpResponse<String> answer, Class<T> type) {
        return type.cast(FHIR.newJsonParser().parseResource(answer.body()));
    }

    private static String diagnostics(HttpResponse<String> answer) {
        return parse(answer, OperationOutcome.class).getIssueFirstRep().getDiagnostics();
    }

    private static String link(Bundle bundle, String relation) {
        return bundle.getLink(relation).getUrl();
    }

    private static String pathOf(String url) {
        return url.substring(url.indexOf("/fhir/"));
    }
}
