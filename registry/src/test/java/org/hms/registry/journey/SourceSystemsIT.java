package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.parse;
import static org.hms.registry.journey.FeedFixture.tree;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may feed is data: added, changed and suspended over the API, and heeded by the very next feed. */
@ExtendWith(SharedRegistry.class)
final class SourceSystemsIT {

    private static final String LAB = "urn:oid:2.16.600.1.77";

    private static FeedFixture feed;

    @BeforeAll
    static void start(RunningRegistry shared) {
        feed = new FeedFixture(shared);
        assertThat(put("lab", lab("ACTIVE")).statusCode()).isIn(200, 201);
    }

    private static String lab(String status) {
        return """
                {"name": "Laboratorio Central", "owner": "MSPBS", "sector": "MSPBS", "trustRank": 5, "status": "%s",
                 "identifierSystem": "%s",
                 "systems": [{"system": "%s", "spellings": ["https://lab.example/paciente"], "typeCodes": ["LAB"]}]}
                """.formatted(status, LAB, LAB);
    }

    private static HttpResponse<String> put(String id, String body) {
        return feed.api("PUT", "/api/v1/sources/" + id, ADMIN, body);
    }

    @Test
    void theSourcesAreListedWithWhatTheyOwn() {
        var list = tree(feed.registry().get("/api/v1/sources?limit=100", ADMIN));
        var lab = tree(feed.registry().get("/api/v1/sources/lab", ADMIN));

        assertThat(list.path("total").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(list.path("results").findValuesAsText("id")).contains("mspbs-his", "ips", "lab");
        assertThat(lab.path("owner").asText()).isEqualTo("MSPBS");
        assertThat(lab.path("systems").path(0).path("spellings").path(0).asText())
                .isEqualTo("https://lab.example/paciente");
        assertThat(feed.registry().get("/api/v1/sources/nobody", ADMIN).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LAB,
                "2.16.600.1.77",
                "URN:OID:2.16.600.1.77",
                "http://lab.example/paciente",
                "https://lab.example/paciente"
            })
    void howeverASourceSpellsItsSystemItIsTheSameRecord(String spelling) {
        var number = "spelt-1";
        var sent = patient(spelling, number, "Apolonia | Benegas Cano | 1957-01-07 | F");

        var answer = feed.put(RunningRegistry.source("lab"), sent);

        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        var found = feed.registry().get("/fhir/Patient?identifier=" + FeedFixture.token(spelling, number), ADMIN);
        assertThat(parse(Bundle.class, found).getTotal()).isEqualTo(1);
        assertThat(feed.personOf(LAB, number)).isNotBlank();
        var id = parse(Patient.class, answer).getIdElement().getIdPart();
        assertThat(feed.registry()
                        .get("/fhir/Patient/" + id, RunningRegistry.source("lab"))
                        .statusCode())
                .as("a source reads its own record back")
                .isEqualTo(200);
    }

    @Test
    void aNumberWithoutSystemIsToldByItsTypeCode() {
        var sent = patient("urn:x", "99000123", "Bernarda | Cuevas Dure | 1969-02-09 | F");
        sent.getIdentifier().clear();
        sent.addIdentifier().setValue("lab-7").getType().addCoding().setCode("LAB");
        sent.addIdentifier().setValue("99000123").getType().addCoding().setCode("01");

        var answer = feed.put(ADMIN, LAB, "lab-7", FeedFixture.json(sent));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var found = feed.registry().get("/fhir/Patient?identifier=" + FeedFixture.token(CEDULA, "99000123"), ADMIN);
        assertThat(parse(Bundle.class, found).getTotal()).isEqualTo(1);
    }

    @Test
    void aSuspendedSourceFeedsNothingAndItsRecordsStay() {
        var row = "Candelaria | Dávalos Erico | 1979-03-19 | F";
        feed.put(patient(LAB, "sus-1", row));

        assertThat(put("lab", lab("SUSPENDED")).statusCode()).isEqualTo(200);
        try {
            assertThat(feed.put(patient(LAB, "sus-2", row)).statusCode()).isEqualTo(403);
            assertThat(feed.put(RunningRegistry.source("lab"), patient(LAB, "sus-1", row + " | 12"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(feed.delete(ADMIN, LAB, "sus-1").statusCode()).isEqualTo(403);
            assertThat(feed.personOf(LAB, "sus-1")).isNotBlank();
        } finally {
            assertThat(put("lab", lab("ACTIVE")).statusCode()).isEqualTo(200);
        }
        assertThat(feed.put(patient(LAB, "sus-2", row)).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
            bad-1;    {"sector": "IPS", "identifierSystem": "urn:a", "trustRank": 1};                          422; /name
            bad-1;    {"name": "A", "identifierSystem": "urn:a", "trustRank": 1};                              422; /sector
            bad-1;    {"name": "A", "sector": "IPS", "trustRank": 1};                                          422; /identifierSystem
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "a b", "trustRank": 1};               422; /identifierSystem
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "urn:a", "trustRank": 0};             422; /trustRank
            bad-1;    {"name": "A", "sector": "MARS", "identifierSystem": "urn:a", "trustRank": 1};            400; /sector
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "urn:a", "trustRank": 1, "x": 1};     400; /x
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "urn:a", "trustRank": 1, "systems": [null]}; 422; /systems/0
            bad-1;    {"id": "b", "name": "A", "sector": "IPS", "identifierSystem": "urn:a", "trustRank": 1};  422; /id
            BAD;      {"name": "A", "sector": "IPS", "identifierSystem": "urn:a", "trustRank": 1};             422; /id
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "2.16.600.1.77", "trustRank": 1};     409; lab
            bad-1;    {"name": "A", "sector": "IPS", "identifierSystem": "http://lab.example/paciente", "trustRank": 1}; 409; lab
            """)
    void whatIsAgainstARuleIsRefusedWithItsPlace(String id, String body, int status, String place) {
        var answer = put(id, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(place);
        assertThat(feed.registry().get("/api/v1/sources/bad-1", ADMIN).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSystemUnderWhichRecordsStandIsNotTakenFromItsSource() {
        feed.put(patient(LAB, "kept-1", "Damiana | Escurra Florentín | 1989-04-29 | F"));

        var moved = put("lab", lab("ACTIVE").replace(LAB, "urn:oid:2.16.600.1.78"));

        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(409);
    }

    @Test
    void onlyAnAdministratorChangesASourceAndEachChangeIsAudited() {
        for (var role : List.of(Role.STEWARD, Role.SYSTEM, Role.READER)) {
            assertThat(feed.api("PUT", "/api/v1/sources/lab", new Caller("test-x", role), lab("ACTIVE"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(feed.api("DELETE", "/api/v1/sources/lab", ADMIN, "").statusCode())
                .isEqualTo(405);
        assertThat(feed.auditOf("lab")).contains("create");
    }
}
