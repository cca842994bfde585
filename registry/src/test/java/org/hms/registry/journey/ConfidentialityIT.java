package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a confidential person no face of the registry tells a source without a record of hers more than the enterprise id. */
@ExtendWith(SharedRegistry.class)
final class ConfidentialityIT {

    private static final Caller STEWARD = new Caller("steward-one", Role.STEWARD);
    private static final String FAMILY = "Zelaschi";
    private static final String CEDULA = "811777";
    private static final String BORN = "1990-12-07";

    private static RunningRegistry registry;
    private static Caller holder;
    private static Caller stranger;
    private static String eid;
    private static String record;

    @BeforeAll
    static void tagOne(RunningRegistry shared) {
        registry = shared;
        holder = RunningRegistry.source("mspbs-his");
        stranger = RunningRegistry.source("border-hospital");
        var admin = shared.client(new Caller("test-admin", Role.ADMIN));
        eid = Feeding.fed(admin, HIS, "secret-1", "Filomena | " + FAMILY + " Ruiz | " + BORN + " | F | " + CEDULA);
        record = RunningRegistry.json(registry.get("/api/v1/persons/" + eid, STEWARD))
                .path("members")
                .path(0)
                .path("recordId")
                .asText();
        var act = "{\"kind\": \"confidential\", \"person\": \"" + eid + "\", \"reason\": \"shelter\"}";
        assertThat(post("/api/v1/acts", STEWARD, "application/json", act).statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<String> post(String path, Caller caller, String type, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static void assertDiscreet(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        // The links of a searchset repeat the question.
        assertThat(answer.body().replaceAll("\"url\":\"[^\"]*\"", ""))
                .doesNotContain(FAMILY, CEDULA, BORN, FAMILY.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/Patient/EID",
                "/fhir/Patient/EID/_history",
                "/fhir/Patient/EID/_history/1",
                "/fhir/Patient/EID/$everything",
                "/fhir/Patient/RECORD",
                "/fhir/Patient/RECORD/_history",
                "/fhir/Patient/RECORD/_history/1",
                "/fhir/Patient/_history",
                "/fhir/Patient?_id=EID",
                "/fhir/Patient?family=Zelaschi",
                "/fhir/Patient?birthdate=1990-12-07",
                "/fhir/Patient?identifier=https%3A%2F%2Fregistry.hms.gov.py%2Fid%2Fcedula%7C811777",
                "/fhir/Patient/$ihe-pix?sourceIdentifier=https%3A%2F%2Fregistry.hms.gov.py%2Fid%2Fcedula%7C811777",
                "/fhir/Patient/$mdm-query-links?goldenResourceId=Patient%2FEID",
                "/fhir/RelatedPerson?patient=EID",
                "/fhir/Provenance?target=Patient%2FEID",
                "/api/v1/persons/EID",
                "/api/v1/persons/EID/history",
                "/api/v1/persons/EID/explanation",
                "/api/v1/changes?since=0",
            })
    void noFaceTellsAStranger(String path) {
        assertDiscreet(registry.get(path.replace("EID", eid).replace("RECORD", record), stranger));
    }

    @Test
    void whoAsksByHerNameIsNotToldThatSheIsKnown() {
        var byName = registry.get("/fhir/Patient?family=" + FAMILY, stranger);
        var byBirth = registry.get("/fhir/Patient?birthdate=" + BORN + "&gender=female", stranger);
        var byNumber = registry.get("/fhir/Patient?identifier=" + HIS + "%7Csecret-1", stranger);
        var byNumberAndName =
                registry.get("/fhir/Patient?identifier=" + HIS + "%7Csecret-1&family=" + FAMILY, stranger);

        assertThat(byName.body()).doesNotContain(eid);
        assertThat(byBirth.body()).doesNotContain(eid);
        assertThat(byNumber.body()).contains(eid);
        assertThat(byNumberAndName.body()).doesNotContain(eid);
        assertThat(registry.get("/fhir/Patient?family=" + FAMILY, holder).body())
                .contains(eid, FAMILY);
        assertThat(registry.get("/fhir/Patient?family=" + FAMILY, STEWARD).body())
                .contains(eid, FAMILY);
    }

    @Test
    void aMatchTellsTheStrangerNothingThatWasNotAsked() {
        var body = """
                {"resourceType": "Patient", "name": [{"given": ["Filomena"], "family": "Ruiz"}], "gender": "female",
                 "identifier": [{"system": "https://registry.hms.gov.py/id/cedula", "value": "811777"}]}""";

        var answer = post("/fhir/Patient/$match", stranger, "application/fhir+json", body);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(FAMILY, BORN);
    }
}
