package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.PRIVATE;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Ley 7593/2025 gives a person: who saw me and why, mend what is wrong, do not use it otherwise. */
@ExtendWith(SharedRegistry.class)
final class PrivacyIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);
    private static final Caller AUDITOR = new Caller("test-auditor", Role.AUDITOR);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    private static HttpResponse<String> send(String method, String path, Caller caller, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static JsonNode get(String path, Caller caller) {
        var answer = registry.get(path, caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    @Test
    void theAccessReportSaysWhoSawThePersonUnderEveryIdWhenAndWhy() {
        var one = Feeding.fed(admin, HIS, "acc-1", "Deolinda | Samudio Areco | 1967-12-12 | F | 1444333");
        var other = Feeding.fed(admin, IPS, "acc-2", "Deolinda | Samudio Areco | 1941 | F");
        registry.get("/api/v1/persons/" + one, new Caller("curious-one", Role.STEWARD));
        registry.get("/api/v1/persons/" + other, new Caller("curious-other", Role.STEWARD));
        var merged = Feeding.fed(admin, IPS, "acc-2", "Deolinda | Samudio Areco | 1967-12-12 | F | 1444333");
        assertThat(merged).isIn(one, other);
        assertThat(other).isNotEqualTo(one);
        registry.send(registry.request("/api/v1/persons/" + merged, STEWARD).header("X-Purpose", "PUBHLTH"));
        admin.read().resource(Patient.class).withId(merged).execute();

        for (var asked : new String[] {one, other}) {
            var report = get("/api/v1/persons/" + asked + "/access-report?limit=100", AUDITOR);

            assertThat(report.path("eid").asText()).isEqualTo(merged);
            assertThat(report.path("accesses").findValuesAsText("caller"))
                    .contains("curious-one", "curious-other", "test-steward", "test-admin");
            assertThat(report.path("accesses").findValuesAsText("purposeLabel"))
                    .contains("Salud pública", "Atención de la salud");
            assertThat(report.path("accesses").findValuesAsText("actionLabel"))
                    .contains("Consulta", "Alta de registro", "Modificación de registro");
        }
        var today = LocalDate.now(ZoneId.of("America/Asuncion"));
        assertThat(get("/api/v1/persons/" + merged + "/access-report?to=" + today.minusDays(1), AUDITOR)
                        .path("total")
                        .asLong())
                .isZero();
        assertThat(get("/api/v1/persons/" + merged + "/access-report?from=" + today + "&limit=1", AUDITOR)
                        .path("accesses"))
                .hasSize(1);
    }

    @Test
    void theAccessReportIsPrintedWithSpanishHeadingsAndShowsNobodyElse() {
        var eid = Feeding.fed(admin, HIS, "acc-3", "Eladia | Fretes Ocampo | 1955-02-14 | F | 1555444");
        var other = Feeding.fed(admin, HIS, "acc-4", "Porfirio | Cañete Aguayo | 1944-08-01 | M | 1555445");
        registry.get("/fhir/Patient?_id=" + eid + "," + other, STEWARD);

        var csv = registry.send(registry.request("/api/v1/persons/" + eid + "/access-report", AUDITOR)
                .header("Accept", "text/csv"));

        assertThat(csv.body().lines().findFirst()).hasValue("fecha_y_hora,quien,rol,finalidad,accion,sobre,resultado");
        assertThat(csv.body())
                .contains("test-steward,Responsable de datos,Atención de la salud,Búsqueda," + eid + ",Realizado")
                .doesNotContain(other, "Fretes");
        assertThat(csv.headers().firstValue("X-Total-Count")).isPresent();
    }

    @Test
    void theAccessReportIsForThoseWhoAnswerForTheData() {
        var eid = Feeding.fed(admin, HIS, "acc-5", "Gervasio | Zorrilla Maidana | 1938-03-03 | M | 1555446");
        var path = "/api/v1/persons/" + eid + "/access-report";

        assertThat(registry.get(path, RunningRegistry.source("ips")).statusCode())
                .isEqualTo(403);
        assertThat(registry.get(path + "?from=x", AUDITOR).statusCode()).isEqualTo(400);
        assertThat(registry.get(path + "?from=2026-02-02&to=2026-02-01", AUDITOR)
                        .statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/persons/nobody/access-report", AUDITOR).statusCode())
                .isEqualTo(404);
        var report = get(path, AUDITOR);
        assertThat(get(path, AUDITOR).path("accesses").path(0).path("action").asText())
                .as("asking is an access too")
                .isEqualTo("access-report");
        assertThat(report.path("total").asLong()).isPositive();
    }

    @Test
    void aPurposeThatIsNoneIsRefused() {
        var answer =
                registry.send(registry.request("/api/v1/persons/x", STEWARD).header("X-Purpose", "CURIOSITY"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("X-Purpose", "TREAT").doesNotContain("CURIOSITY");
    }

    @Test
    void aRectificationGoesToTheOwnerOfTheValueAndComesBackWithAReason() {
        var eid = Feeding.fed(admin, HIS, "rec-1", "Nimia | Bobadilla Arce | 1982-11-11 | F | 2555111");
        assertThat(Feeding.fed(admin, PRIVATE, "rec-2", "Nimia | Bobadilla Arce | 1982-11-11 | F | 2555111"))
                .isEqualTo(eid);
        var path = "/api/v1/persons/" + eid + "/rectifications";

        var opened = send(
                "POST", path, STEWARD, "{\"field\":\"birthDate\",\"wrong\":\"Es el 12\",\"evidence\":\"Partida 7\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var request = RunningRegistry.json(opened);
        var own = opened.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");

        assertThat(request.path("source").asText()).isEqualTo("mspbs-his");
        assertThat(request.path("state").asText()).isEqualTo("open");
        var his = RunningRegistry.source("mspbs-his");
        assertThat(get("/api/v1/rectifications", his).path("requests").findValuesAsText("eid"))
                .contains(eid);
        assertThat(get(own, his).path("evidence").asText()).isEqualTo("Partida 7");
        var stranger = RunningRegistry.source("private-net");
        assertThat(get("/api/v1/rectifications", stranger).path("requests").findValuesAsText("eid"))
                .doesNotContain(eid);
        assertThat(registry.get(own, stranger).statusCode()).isEqualTo(404);
        var answer = "{\"state\":\"accepted\",\"reason\":\"Corregido con la partida\"}";
        assertThat(send("POST", own + "/answer", stranger, answer).statusCode()).isEqualTo(404);
        assertThat(send("POST", own + "/answer", his, "{\"state\":\"accepted\"}")
                        .statusCode())
                .isEqualTo(422);

        var closed = send("POST", own + "/answer", his, answer);

        assertThat(closed.statusCode()).as(closed.body()).isEqualTo(200);
        assertThat(RunningRegistry.json(closed).path("state").asText()).isEqualTo("accepted");
        assertThat(send("POST", own + "/answer", his, answer).statusCode()).isEqualTo(409);
        assertThat(get(path, AUDITOR).path("requests").findValuesAsText("state"))
                .containsExactly("accepted");
        assertThat(get("/api/v1/rectifications?state=all", his).toString()).doesNotContain("Partida 7");
        var byPerson = get("/api/v1/persons/" + eid + "/access-report?limit=100", AUDITOR);
        assertThat(byPerson.path("accesses").findValuesAsText("action"))
                .contains("rectification-open", "rectification-close");
    }

    @Test
    void aRectificationSaysWhatIsWrongInAFieldThatThereIs() {
        var eid = Feeding.fed(admin, HIS, "rec-3", "Obdulio | Galeano Torales | 1977-07-07 | M | 2555112");
        var path = "/api/v1/persons/" + eid + "/rectifications";

        var field = send("POST", path, STEWARD, "{\"field\":\"colour\",\"wrong\":\"x\",\"evidence\":\"y\"}");
        var empty = send("POST", path, STEWARD, "{\"field\":\"name\",\"wrong\":\" \",\"evidence\":\"y\"}");

        assertThat(field.statusCode()).isEqualTo(422);
        assertThat(field.body()).contains("/field", "birthDate");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("/wrong");
        assertThat(send("POST", path, AUDITOR, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void anObjectionIsShownAndFollowsTheRecordsIntoAMergeAndOutOfIt() {
        var one = Feeding.fed(admin, HIS, "obj-1", "Sinforosa | Duarte Alderete | 1969-05-15 | F | 1666777");
        var other = Feeding.fed(admin, IPS, "obj-2", "Sinforosa | Duarte Alderete | 1943 | F");
        var stated = send("PUT", "/api/v1/persons/" + other + "/objection", STEWARD, "{\"reason\":\"Me opongo\"}");
        assertThat(stated.statusCode()).as(stated.body()).isEqualTo(200);
        assertThat(objects(one)).isFalse();

        var merged = Feeding.fed(admin, IPS, "obj-2", "Sinforosa | Duarte Alderete | 1969-05-15 | F | 1666777");

        assertThat(objects(merged)).isTrue();
        assertThat(admin.read()
                        .resource(Patient.class)
                        .withId(merged)
                        .execute()
                        .getExtensionByUrl(
                                "https://registry.hms.gov.py/fhir/StructureDefinition/objects-to-secondary-use"))
                .isNotNull();
        Feeding.fed(admin, IPS, "obj-2", "Casimiro | Pintos Barúa | 1999-01-09 | M | 6111222");
        assertThat(objects(person("obj-1"))).isFalse();
        assertThat(objects(person("obj-2"))).isTrue();
        var path = "/api/v1/persons/" + person("obj-2") + "/objection";
        assertThat(send("DELETE", path, RunningRegistry.source("ips"), "").statusCode())
                .isEqualTo(403);
        assertThat(send("DELETE", path, STEWARD, "").statusCode()).isEqualTo(200);
        assertThat(objects(person("obj-2"))).isFalse();
        assertThat(send("DELETE", path, STEWARD, "").statusCode()).isEqualTo(404);
        assertThat(send("PUT", path, STEWARD, "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void theNewCallsAreInTheDocumentation() {
        var paths = get("/api/openapi.json", STEWARD).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains(
                        "/api/v1/quality",
                        "/api/v1/quality/{indicator}/records",
                        "/api/v1/quality/{indicator}/records.csv",
                        "/api/v1/provisional",
                        "/api/v1/persons/{eid}/access-report",
                        "/api/v1/persons/{eid}/objection",
                        "/api/v1/persons/{eid}/rectifications",
                        "/api/v1/rectifications/{id}/answer");
        assertThat(paths.path("/api/v1/quality").path("get").path("summary").asText())
                .contains("Completeness");
    }

    private static boolean objects(String eid) {
        return get("/api/v1/persons/" + eid, STEWARD)
                .path("mark")
                .path("objects")
                .asBoolean();
    }

    private static String person(String number) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT m.eid FROM patient_record r JOIN membership m ON m.record_id = r.id AND m.to_change IS NULL
                        WHERE r.identifier_value = :number
                        """)
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }
}
