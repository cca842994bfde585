package org.hms.registry.codes;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A question about codes is answered the same on the short way before JAX-RS and on the general way, which a question takes
 * that names a content encoding; and what editors store may be long.
 */
@ExtendWith(SharedRegistry.class)
final class TerminologyQuestionsIT {
    private static final Caller CODER = new Caller("test-coder", Role.CODER);
    private static final String SYSTEM = "http://example.org/questions";
    private static final String LEXICON = "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon";
    private static final List<String> TEXTS = List.of("fie", "dol", "akã", "x", "de la", "\"", "zzzz", "c1", " ");
    private static final List<String> ODD = List.of(
            "_format=xml",
            "_format=json",
            "_format=turtle",
            "_pretty=true",
            "_summary=true",
            "_elements=parameter",
            "bogus=1",
            "code=other",
            "displayLanguage=gn,es;q=0.5",
            "displayLanguage=--",
            "version=1",
            "version=9",
            "district=1",
            "property=parent",
            "property=*",
            "useSupplement=http://example.org/none",
            "activeOnly=maybe",
            "includeDesignations=true",
            "system-version=" + SYSTEM,
            "count=-1",
            "offset=3",
            "%zz=1",
            "a=%00",
            "code=");

    private static RunningRegistry registry;

    @BeforeAll
    static void store(RunningRegistry shared) {
        registry = shared;
        put("CodeSystem", "questions", system(60, ""));
        put("ConceptMap", "questions", MAP);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void bothWaysAnswerTheSame(long seed) {
        var random = new Random(seed);
        var answered = 0;
        for (var round = 0; round < 400; round++) {
            var question = "/fhir/" + question(random);
            var headers = headers(random);

            var quick = ask(question, headers, false);
            var general = ask(question, headers, true);

            assertThat(quick.statusCode()).as(question).isEqualTo(general.statusCode());
            assertThat(told(quick)).as(question + headers).isEqualTo(told(general));
            assertThat(named(quick)).as(question).isEqualTo(named(general));
            answered += quick.statusCode() == 200 ? 1 : 0;
        }
        assertThat(answered).isBetween(100, 399);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CodeSystem/$lookup?code=none&system=http://example.org/questions",
                "CodeSystem/$lookup?code=c1&system=http://example.org/nowhere",
                "CodeSystem/$lookup?code=c1&version=7&system=http://example.org/questions",
                "CodeSystem/$lookup?code=c1",
                "CodeSystem/$lookup?code=c1&system=http://example.org/questions&colour=red",
                "CodeSystem/$validate-code?code=none&url=http://example.org/questions",
                "CodeSystem/$validate-code?code=none&url=http://example.org/nowhere",
                "CodeSystem/$validate-code?url=http://example.org/questions",
                "ValueSet/$validate-code?code=none&system=http://example.org/questions&url=http://example.org/nowhere",
                "ValueSet/$expand?url=http://example.org/nowhere",
                "CodeSystem/$subsumes?codeA=c1&codeB=none&system=http://example.org/questions",
                "ConceptMap/$translate?code=none&system=http://example.org/questions"
            })
    void whatIsNotFoundIsToldTheSameOnBothWays(String question) {
        for (var headers : List.of(
                Map.<String, String>of(),
                Map.of("Accept", "application/fhir+xml"),
                Map.of("Accept-Language", "es"),
                Map.of("Accept", "text/html"))) {
            var quick = ask("/fhir/" + question, headers, false);
            var general = ask("/fhir/" + question, headers, true);

            assertThat(quick.statusCode()).isEqualTo(general.statusCode());
            assertThat(told(quick)).isEqualTo(told(general));
            assertThat(named(quick)).isEqualTo(named(general));
        }
    }

    @Test
    void parametersInABodyAreAnsweredAsAQuery() {
        for (var code : List.of("c3", "c59", "none")) {
            var body = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"system\",\"valueUri\":\"" + SYSTEM
                    + "\"},{\"name\":\"code\",\"valueCode\":\"" + code + "\"}]}";
            var posted = registry.send(registry.request("/fhir/CodeSystem/$lookup", CODER)
                    .header("Content-Type", "application/fhir+json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            var generally = registry.send(registry.request("/fhir/CodeSystem/$lookup", CODER)
                    .header("Content-Type", "application/fhir+json")
                    .header("Content-Encoding", "identity")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            var asked = ask("/fhir/CodeSystem/$lookup?system=" + SYSTEM + "&code=" + code, Map.of(), false);

            assertThat(posted.statusCode()).isEqualTo(asked.statusCode()).isEqualTo(generally.statusCode());
            assertThat(posted.body()).isEqualTo(asked.body()).isEqualTo(generally.body());
        }
    }

    @Test
    void aLongCodeSystemIsStoredAndAMonstrousOneIsRefusedBeforeItIsSent() throws IOException {
        var text = "long ".repeat(60);
        var stored = put("CodeSystem", "questions-long", system(6_000, text).replace(SYSTEM, SYSTEM + "/long"));

        assertThat(stored.body().length()).isGreaterThan(1 << 20);
        assertThat(ask("/fhir/CodeSystem/$lookup?code=c5999&system=" + SYSTEM + "/long", Map.of(), false)
                        .body())
                .contains("long long");
        assertThat(firstLine("POST /fhir/CodeSystem", (64 << 20) + 1)).contains(" 413 ");
        assertThat(firstLine("POST /fhir/ValueSet/$expand", (1 << 20) + 1)).contains(" 413 ");
    }

    private static String question(Random random) {
        var code = "&code=c" + random.nextInt(70);
        var ofLexicon = "&code=GN0" + String.format("%03d", random.nextInt(400));
        var question = switch (random.nextInt(9)) {
            case 0 -> "CodeSystem/$lookup?system=" + SYSTEM + code;
            case 1 -> "CodeSystem/$lookup?system=" + LEXICON + ofLexicon;
            case 2 -> "CodeSystem/$validate-code?url=" + SYSTEM + code + "&display=Text%20" + random.nextInt(70);
            case 3 -> "ValueSet/$validate-code?url=" + SYSTEM + "?fhir_vs&system=" + SYSTEM + code;
            case 4 -> "CodeSystem/$subsumes?system=" + SYSTEM + "&codeA=c1&codeB=c" + random.nextInt(70);
            case 5 -> "ConceptMap/$translate?url=" + SYSTEM + "/map&system=" + SYSTEM + code;
            case 6 -> "ConceptMap/$translate?system=" + LEXICON + ofLexicon;
            case 7 -> "ValueSet/$expand?url=" + SYSTEM + "?fhir_vs&count=5&filter=" + text(random);
            default -> "ValueSet/$expand?url=" + LEXICON + "?fhir_vs&count=7&filter=" + text(random);
        };
        var odd = random.nextInt(3) == 0 ? "&" + ODD.get(random.nextInt(ODD.size())) : "";
        var whole = question.replace("?fhir_vs", "%3Ffhir_vs") + odd;
        return random.nextInt(20) == 0 ? whole.substring(0, 12 + random.nextInt(whole.length() - 12)) : whole;
    }

    private static String text(Random random) {
        return URLEncoder.encode(TEXTS.get(random.nextInt(TEXTS.size())), UTF_8);
    }

    private static Map<String, String> headers(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> Map.of("Accept", "application/fhir+xml");
            case 1 -> Map.of("Accept", "text/html");
            case 2 -> Map.of("Accept-Language", "es");
            case 3 -> Map.of("Prefer", "handling=strict");
            case 4 -> Map.of("Authorization", "Bearer nonsense");
            case 5 -> Map.of("Authorization", "Bearer " + registry.token(Role.READER));
            case 6 -> Map.of("Authorization", "Bearer " + registry.token(Role.READER), "X-Purpose", "NONE-SUCH");
            case 7 -> Map.of("If-None-Match", "*");
            default -> Map.of();
        };
    }

    private static HttpResponse<String> ask(String question, Map<String, String> headers, boolean generally) {
        // A URI of java.net refuses some of what is asked here, so broken escapes are asked by hand elsewhere.
        var request = HttpRequest.newBuilder(registry.uri(question.replaceAll("%(?![0-9A-Fa-f]{2}).?", "%25")));
        headers.forEach(request::header);
        if (generally) {
            request.header("Content-Encoding", "identity");
        }
        return registry.send(request);
    }

    /** The body without what differs from one expansion, or one incident, to the next. */
    private static String told(HttpResponse<String> answer) {
        return answer.body()
                .replaceAll("urn:uuid:[-0-9a-f]+|incident [-0-9a-f]+", "")
                .replaceAll("\"timestamp\":\"[^\"]*\"|<timestamp value=\"[^\"]*\"", "");
    }

    private static Map<String, List<String>> named(HttpResponse<String> answer) {
        var headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeAll(List.of("date", "content-length", "transfer-encoding"));
        return headers;
    }

    private static String firstLine(String request, long length) throws IOException {
        try (var socket = new Socket("127.0.0.1", registry.uri("/").getPort())) {
            socket.setSoTimeout(20_000);
            var head = request + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + registry.token(CODER)
                    + "\r\nContent-Type: application/fhir+json\r\nContent-Length: " + length + "\r\n\r\n{";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            return String.valueOf(reader.readLine());
        }
    }

    private static HttpResponse<String> put(String type, String id, String resource) {
        var answer = registry.send(registry.request("/fhir/" + type + "/" + id, CODER)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(resource.replace("{id}", id))));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return answer;
    }

    private static String system(int size, String more) {
        var concepts = new ArrayList<String>();
        for (var at = 1; at < size; at++) {
            concepts.add("{\"code\":\"c" + at + "\",\"display\":\"Text " + at + " fiebre " + more + "\"}");
        }
        var beneath = IntStream.range(0, concepts.size())
                .filter(at -> at % 2 == 1)
                .mapToObj(concepts::get)
                .collect(Collectors.joining(","));
        var above = IntStream.range(0, concepts.size())
                .filter(at -> at % 2 == 0 && at > 0)
                .mapToObj(concepts::get)
                .collect(Collectors.joining(","));
        var root = concepts.getFirst().replaceFirst("}$", ",\"concept\":[" + beneath + "]}");
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"{id}\",\"url\":\"" + SYSTEM
                + "\",\"version\":\"1\",\"name\":\"Questions\",\"status\":\"active\",\"content\":\"complete\",\"concept\":["
                + root + "," + above + "]}";
    }

    private static final String MAP = """
        {"resourceType": "ConceptMap", "id": "{id}", "url": "http://example.org/questions/map", "version": "1",
         "status": "active", "group": [{"source": "http://example.org/questions", "target": "http://example.org/other",
           "element": [{"code": "c1", "target": [{"code": "t1", "equivalence": "wider"}]},
                       {"code": "c2", "target": [{"code": "t1", "equivalence": "equal"}, {"code": "t2", "equivalence": "inexact"}]}]}]}
        """;
}
