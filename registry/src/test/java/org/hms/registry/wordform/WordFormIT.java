package org.hms.registry.wordform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A health post with an old telephone and a poor line: pages without script, found and filled in as a browser does it. */
@ExtendWith(SharedRegistry.class)
final class WordFormIT {
    private static final int MOST_BYTES = 10_000;
    private static final Pattern FIELD = Pattern.compile("<(?:input|select) id=([a-z]+) ");
    private static final Caller CODER = new Caller("form-coder", Role.CODER);
    private static final Caller READER = new Caller("form-reader", Role.READER);

    private static RunningRegistry registry;

    private final HttpClient browser = HttpClient.newHttpClient();

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void whoHasNoKeyIsShownTheDoorAndAKeyStaysInACookieThatNoScriptReads() {
        var away = get("/words?q=akanundu", "");
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/words/enter"));
        assertThat(get("/words", "words=nonsense").statusCode()).isEqualTo(303);
        assertThat(post("/words/enter", "", Map.of("token", "nonsense")).statusCode())
                .isEqualTo(401);

        var entered = post("/words/enter", "", Map.of("token", registry.token(CODER), "lang", "gn"));

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/words"));
        assertThat(post("/words/leave", cookie(CODER), Map.of()).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).contains("Max-Age=0"));
    }

    @ParameterizedTest
    @CsvSource({
        "/words/enter, es",
        "/words?lang=es, es",
        "/words?lang=gn, gn",
        "/words?lang=gn&q=hasy+che+aka, gn",
        "/words?lang=es&q=me+duele+la+panza, es",
        "/words/GN0089?lang=es, es",
        "/words/GN0377?lang=gn, gn",
        "/words/new?lang=gn, gn"
    })
    void everyPageIsSmallWithoutScriptAndNamesItsFields(String path, String language) {
        var page = get(path, cookie(CODER));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
        assertThat(page.body())
                .startsWith("<!doctype html><html lang=" + language)
                .contains("<title>", "<main>", "<h1>")
                .doesNotContain("<script", "<img", "<link", "http://", "https://", "onclick");
        FIELD.matcher(page.body())
                .results()
                .forEach(field -> assertThat(page.body()).contains("<label for=" + field.group(1)));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "form-action 'self'"));
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    }

    @Test
    void aWordIsFoundAndItsConceptShowsNamesAndCodes() {
        assertThat(get("/words?lang=gn&q=" + encoded("hasy che aka"), cookie(READER))
                        .body())
                .contains("href=\"/words/GN0090?lang=gn\"", "akãrasy");
        assertThat(get("/words?q=xqzwvkj", cookie(READER)).body()).contains("role=status");
        assertThat(get("/words/GN0089", cookie(READER)).body()).contains("fiebre", "R50.9");
        assertThat(get("/words/GN9999", cookie(READER)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFolkIllnessIsReferredAndNotCodedByItsName() {
        assertThat(get("/words/GN0377", cookie(READER)).body()).contains("no se codifica por el nombre");
        assertThat(get("/words/GN0089", cookie(READER)).body())
                .doesNotContain("no se codifica por el nombre")
                .contains("sin revisión clínica");
    }

    @Test
    void wordsWithoutEndAreNotLookedFor() {
        assertThat(get("/words?q=" + "a".repeat(301), cookie(READER)).body())
                .doesNotContain("role=status", "<ol>", "aaaa");
        assertThat(get("/words?q=" + "a".repeat(300), cookie(READER)).body()).contains("aaaa");
    }

    @Test
    void aCoderProposesALabelACodeAndATerm() {
        var label = post(
                "/words/GN0089/label",
                cookie(CODER),
                Map.of("text", "pruebañe'ẽ", "language", "gn", "source", "encuesta de prueba"));
        assertThat(label.statusCode()).as(label.body()).isEqualTo(201);
        assertThat(label.body()).contains("role=status");
        assertThat(registry.get("/api/v1/term-proposals?limit=500", CODER).body())
                .contains("pruebañe'ẽ", "form-coder");

        var code = Map.of("system", "snomed", "code", "1", "relation", "related", "source", "encuesta");
        assertThat(post("/words/GN0403/mapping", cookie(CODER), code).statusCode())
                .isEqualTo(201);
        var term = Map.of(
                "text",
                "otra prueba",
                "language",
                "gn",
                "gloss",
                "prueba",
                "category",
                "symptom",
                "source",
                "encuesta");
        assertThat(post("/words/new", cookie(CODER), term).statusCode()).isEqualTo(201);
    }

    @Test
    void whatIsRefusedIsToldAndReadersDoNotPropose() {
        var known = Map.of("text", "akãnundu", "language", "gn", "source", "encuesta");

        assertThat(post("/words/GN0089/label", cookie(CODER), known).body()).contains("role=alert", "already");
        var ofReader = Map.of("text", "lectorñe'ẽ", "language", "gn", "source", "encuesta");
        var refused = post("/words/GN0089/label", cookie(READER), ofReader);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("role=alert", "codificador");
        assertThat(registry.get("/api/v1/term-proposals?limit=500", CODER).body())
                .doesNotContain("lectorñe'ẽ");
        assertThat(post("/words/GN0089/mapping", cookie(CODER), Map.of("system", "none"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/words/GN0089/label", "", known).statusCode()).isEqualTo(303);
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        var page = get("/words?q=" + encoded("\"><script>alert(1)</script>"), cookie(READER));

        assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    private static String cookie(Caller caller) {
        return "words=" + registry.token(caller);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path, String cookie) {
        return send(HttpRequest.newBuilder(registry.uri(path)).GET(), cookie);
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(registry.uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie) {
        var asked = cookie.isEmpty() ? request : request.header("Cookie", cookie);
        try {
            return browser.send(asked.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
