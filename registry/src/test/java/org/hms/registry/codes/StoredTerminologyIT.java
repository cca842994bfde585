package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Editors store code systems and value sets; what is stored is asked at once, and every version stays. */
@ExtendWith(SharedRegistry.class)
final class StoredTerminologyIT {
    private static final Caller CODER = new Caller("test-coder", Role.CODER);
    private static final Caller READER = new Caller("test-reader", Role.READER);
    private static final String SYSTEM = "http://example.org/stored/colours";

    private static RunningRegistry registry;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void whatIsStoredIsAskedAndKeepsItsVersions() {
        var first = send("PUT", "/fhir/CodeSystem/colours", system("1", "red"), CODER);
        var second = send("PUT", "/fhir/CodeSystem/colours", system("2", "red", "blue"), CODER);
        var valueSet = send("PUT", "/fhir/ValueSet/colours", VALUE_SET, CODER);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        assertThat(valueSet.statusCode()).as(valueSet.body()).isEqualTo(201);
        assertThat(json("/fhir/ValueSet/colours/$expand")
                        .path("expansion")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(json("/fhir/ValueSet/$validate-code?url=" + SYSTEM + "/vs&system=" + SYSTEM + "&code=blue")
                        .findValuesAsText("valueBoolean"))
                .contains("true");
        assertThat(json("/fhir/CodeSystem/colours/_history").path("total").asInt())
                .isEqualTo(2);
        assertThat(json("/fhir/CodeSystem/colours/_history/1").path("concept")).hasSize(1);
        assertThat(json("/fhir/CodeSystem?url=" + SYSTEM).path("total").asInt()).isEqualTo(1);
    }

    @Test
    void readersDoNotWriteAndWhatTheRegistryHoldsIsNotOverwritten() {
        var lexicon =
                system("9", "x").replace(SYSTEM, "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon");

        assertThat(send("PUT", "/fhir/CodeSystem/mine", system("3", "x"), READER)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("PUT", "/fhir/CodeSystem/mine", mine(lexicon), CODER).statusCode())
                .isEqualTo(409);
        assertThat(send("PUT", "/fhir/CodeSystem/mine", mine(system("4", "x").replace(SYSTEM, "colours")), CODER)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aClosureIsKept() {
        var begun = send("POST", "/fhir/$closure", closure(""), READER);
        send("PUT", "/fhir/CodeSystem/shades", SHADES, CODER);
        var told = send("POST", "/fhir/$closure", closure(concept("light-blue") + concept("blue")), READER);

        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(200);
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);
        assertThat(RunningRegistry.json(told).path("version").asText()).isEqualTo("1");
        assertThat(RunningRegistry.json(told).findValuesAsText("equivalence")).containsExactly("subsumes");
    }

    /** The same under another id. */
    private static String mine(String system) {
        return system.replace("\"id\":\"colours\"", "\"id\":\"mine\"");
    }

    private static String system(String version, String... codes) {
        var concepts = new StringBuilder();
        for (var code : codes) {
            concepts.append(concepts.isEmpty() ? "" : ",").append("{\"code\":\"" + code + "\"}");
        }
        return "{\"resourceType\":\"CodeSystem\",\"id\":\"colours\",\"url\":\"" + SYSTEM + "\",\"version\":\"" + version
                + "\",\"status\":\"active\",\"content\":\"complete\",\"concept\":[" + concepts + "]}";
    }

    private static final String VALUE_SET = """
        {"resourceType": "ValueSet", "id": "colours", "url": "http://example.org/stored/vs", "status": "active",
         "compose": {"include": [{"system": "http://example.org/stored/colours"}]}}
        """;

    private static final String SHADES = """
        {"resourceType": "CodeSystem", "id": "shades", "url": "http://example.org/stored/shades", "version": "1",
         "status": "active", "content": "complete",
         "concept": [{"code": "blue", "concept": [{"code": "light-blue"}]}]}
        """;

    private static String closure(String concepts) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"name\",\"valueString\":\"it\"}" + concepts
                + "]}";
    }

    private static String concept(String code) {
        return ",{\"name\":\"concept\",\"valueCoding\":{\"system\":\"http://example.org/stored/shades\",\"code\":\""
                + code + "\"}}";
    }

    private static HttpResponse<String> send(String method, String path, String body, Caller caller) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/fhir+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode json(String question) {
        HttpResponse<String> answer = registry.get(question, READER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }
}
