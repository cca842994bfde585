package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the patient index refuses of the questions about persons, and what it states that it offers. */
@ExtendWith(SharedRegistry.class)
final class PatientQuestionsIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);

    private static RunningRegistry registry;
    private static IGenericClient client;

    @BeforeAll
    static void connect(RunningRegistry shared) {
        registry = shared;
        client = shared.client(ADMIN);
    }

    private static HttpResponse<String> post(String path, String body) {
        return registry.send(registry.request("/fhir/" + path, ADMIN)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/fhir/Patient/r-000000000000000000000000/_history, 404",
        "/fhir/Patient/0000000000000000/_history/1, 404",
        "/fhir/Patient/_history?_since=yesterday, 400",
        "/fhir/Patient/_history?_before=x, 400",
        "/api/v1/persons/0000000000000000/history, 404",
        "/api/v1/persons/0000000000000000?at=2026-05-03, 404",
        "/api/v1/persons/0000000000000000?at=yesterday, 400",
        "/api/v1/persons/0000000000000000/history?limit=0, 400"
    })
    void whatIsNotThereOrNotUnderstoodIsRefused(String path, int status) {
        assertThat(registry.get(path, ADMIN).statusCode()).isEqualTo(status);
    }

    @Test
    void aReaderMayNotSeeHistories() {
        var reader = new Caller("test-reader", Role.READER);
        var eid = Objects.requireNonNull(
                Feeding.fed(client, HIS, "hist-x", "Nicanora | Vera | 1981-01-01 | F | 7400006"));

        assertThat(registry.get("/fhir/Patient/_history", reader).statusCode()).isEqualTo(403);
        assertThat(registry.get("/fhir/Patient/" + eid + "/_history", reader).statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/api/v1/persons/" + eid + "/history", reader).statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/api/v1/persons/" + eid + "?at=2099-01-01", reader)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '!',
            value = {"contact ! Patient.contact.modifierExtension", "link ! Patient.link.modifierExtension"})
    void aModifierOfAPartIsNotPassedOver(String part, String place) {
        var body =
                "{\"resourceType\":\"Patient\",\"active\":true,\"%s\":[{\"modifierExtension\":[{\"url\":\"urn:x\",\"valueBoolean\":true}]%s}]}"
                        .formatted(
                                part,
                                part.equals("link")
                                        ? ",\"other\":{\"reference\":\"Patient/1\"},\"type\":\"seealso\""
                                        : "");
        var answer = post("Patient/$match", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(place);
    }

    @Test
    void whatIsOfferedIsStated() {
        var statement = registry.get("/fhir/metadata", ADMIN).body();

        assertThat(statement)
                .contains("mdm-query-links", "mdm-link-history", "RelatedPerson", "Provenance", "everything")
                .contains("mothersMaidenName", "address-postalcode", "history-type", "history-instance", "vread");
        assertThat(registry.get("/api/openapi.json", ADMIN).body()).contains("/api/v1/persons/{eid}/history");
    }
}
