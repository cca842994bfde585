package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures and offending records over HTTP, each source seeing its own. */
@ExtendWith(SharedRegistry.class)
final class QualityIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    private static String fed(String facility, String system, String number, String row) {
        return Feeding.eid(Feeding.feed(admin, at(facility, patient(system, number, row))));
    }

    private static Patient at(String facility, Patient patient) {
        patient.getManagingOrganization().setReference("Organization/" + facility);
        return patient;
    }

    private static JsonNode get(String path, Caller caller) {
        var answer = registry.get(path, caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private static JsonNode indicator(JsonNode group, String list, String code) {
        return StreamSupport.stream(group.path(list).spliterator(), false)
                .filter(one -> one.path("indicator").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void figuresOfAFacilityFollowItsRecords() {
        fed("q-one", HIS, "q-1", "Ña Ceferina | Orué Benegas | 1959-01-20 | F | 811001 | - | 0981222333");
        fed("q-one", HIS, "q-2", "Zunilda | Orué | 1961-03-22 | F | - | - | -");
        fed("q-one", HIS, "q-3", "Ña Ceferina | Orué Benegas | 1959-01-20 | F | 811001 | - | 0981222333");

        var report = get("/api/v1/quality?facility=q-one", STEWARD);
        var group = report.path("groups").path(0);

        assertThat(report.path("goal").asDouble()).isEqualTo(0.95);
        assertThat(group.path("source").asText()).isEqualTo("mspbs-his");
        assertThat(group.path("records").asLong()).isEqualTo(3);
        var identifier = indicator(group, "indicators", "identifier");
        assertThat(identifier.path("missing").asLong()).isEqualTo(1);
        assertThat(identifier.path("good").asDouble()).isEqualTo(0.6666);
        assertThat(identifier.path("meetsGoal").asBoolean()).isFalse();
        assertThat(indicator(group, "indicators", "sex").path("meetsGoal").asBoolean())
                .isTrue();
        assertThat(indicator(group, "indicators", "mother").path("of").asLong()).isZero();
        assertThat(indicator(group, "flaws", "duplicate").path("records").asLong())
                .isEqualTo(1);

        fed("q-one", HIS, "q-2", "Zunilda | Orué Benegas | 1961-03-22 | F | 811002 | - | 0981222444");

        var mended = get("/api/v1/quality?facility=q-one&by=facility,month", STEWARD)
                .path("groups")
                .path(0);
        assertThat(indicator(mended, "indicators", "identifier").path("missing").asLong())
                .isZero();
        assertThat(mended.path("month").asText()).matches("\\d{4}-\\d{2}");
        assertThat(mended.path("source").isNull()).isTrue();
    }

    @Test
    void aSourceSeesItsOwnOffendingRecordsByIdsOnly() {
        fed("q-two", HIS, "q-11", "Saturnina | Melgarejo Paiva | 1971-04-04 | F | -");
        fed("q-two", IPS, "q-12", "Anastasio | Notario Villagra | 1972-05-05 | M | -");
        var path = "/api/v1/quality/identifier/records?facility=q-two";

        var all = get(path, STEWARD);
        var own = get(path, RunningRegistry.source("ips"));

        assertThat(all.path("total").asLong()).isEqualTo(2);
        assertThat(own.path("records").findValuesAsText("number")).containsExactly("q-12");
        assertThat(own.path("records").path(0).path("finding").asText()).isEqualTo("missing");
        assertThat(all.toString()).doesNotContain("Melgarejo", "Notario", "1971");
        assertThat(registry.get(path + "&source=mspbs-his", RunningRegistry.source("ips"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(registry.get(path, new Caller("reader", Role.READER)).statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/api/v1/quality/beauty/records", STEWARD).statusCode())
                .isEqualTo(404);
        assertThat(registry.get("/api/v1/quality?by=colour", STEWARD).statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/quality?from=yesterday", STEWARD).statusCode())
                .isEqualTo(400);
    }

    @Test
    void figuresAndRecordsAreExportedAsCsv() {
        fed("q-three", HIS, "q-21", "Crispín | Sanabria Ledezma | 1966-06-06 | M | -");

        var byAccept = registry.send(registry.request("/api/v1/quality/identifier/records?facility=q-three", STEWARD)
                .header("Accept", "text/csv"));
        var byName = registry.get("/api/v1/quality/identifier/records.csv?facility=q-three", STEWARD);
        var figures = registry.send(
                registry.request("/api/v1/quality?facility=q-three", STEWARD).header("Accept", "text/csv"));

        var anything = registry.send(
                registry.request("/api/v1/quality?facility=q-three", STEWARD).header("Accept", "*/*"));

        assertThat(anything.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(byAccept.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(byAccept.body()).isEqualTo(byName.body());
        assertThat(byAccept.body().lines())
                .hasSize(2)
                .first()
                .isEqualTo("registro,fuente,numero,establecimiento,distrito,mes,indicador,hallazgo");
        assertThat(byAccept.body())
                .contains("mspbs-his,q-21,q-three,,")
                .contains("falta")
                .doesNotContain("Sanabria");
        assertThat(figures.body().lines()).hasSize(1 + 11);
        assertThat(figures.body()).contains("mspbs-his,,,,identifier,Documento de identidad,1,1,0,0.0,0.95,no");
    }

    @Test
    void aPersonWhoObjectsIsCountedButNotListed() {
        var eid = fed("q-four", HIS, "q-31", "Herminia | Toñánez Riquelme | 1953-09-09 | F | -");
        var path = "/api/v1/quality/identifier/records?facility=q-four";
        assertThat(get(path, STEWARD).path("total").asLong()).isEqualTo(1);

        var stated = registry.send(registry.request("/api/v1/persons/" + eid + "/objection", STEWARD)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"reason\": \"No quiero\"}")));

        assertThat(stated.statusCode()).as(stated.body()).isEqualTo(200);
        assertThat(get(path, STEWARD).path("total").asLong()).isZero();
        assertThat(registry.get("/api/v1/quality/identifier/records.csv?facility=q-four", STEWARD)
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(get("/api/v1/quality?facility=q-four", STEWARD)
                        .path("groups")
                        .path(0)
                        .path("records")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void everyListIsAudited() {
        fed("q-five", HIS, "q-41", "Ireneo | Chaparro Duré | 1949-10-10 | M | -");

        get("/api/v1/quality/identifier/records?facility=q-five", new Caller("listing-steward", Role.STEWARD));

        List<String> actions = registry.database()
                .withHandle(
                        handle -> handle.createQuery("SELECT action FROM audit_entry WHERE caller = 'listing-steward'")
                                .mapTo(String.class)
                                .list());
        assertThat(actions).containsExactly("quality-list");
    }
}
