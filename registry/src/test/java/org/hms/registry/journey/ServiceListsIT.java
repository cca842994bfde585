package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.territory.DirectoryIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of services come in as those of facilities do, and are taken back. */
@ExtendWith(SharedRegistry.class)
final class ServiceListsIT {

    private static final Caller ADMIN = new Caller("services-admin", Role.ADMIN);
    private static final Caller STEWARD = new Caller("services-steward", Role.STEWARD);
    private static final String IMPORTS = "/api/v1/service-imports";
    private static final String MAPPING = """
        columns: {id: Nro, facility: Código, name: Servicio, type: Clase}
        values: {type: {Vacunación: "http://terminology.hl7.org/CodeSystem/service-type|57|Immunization"}}
        """;
    private static final String LIST = """
        Nro;Código;Servicio;Clase;Horario
        1;17600101;Vacunatorio;Vacunación;lun-vie 07:00-12:00
        2;17600101;Consultorio;Adivinación;
        3;17600102;Vacunatorio Norte;VACUNACION;
        4;17609999;Vacunatorio Perdido;Vacunación;
        """;

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        var facilities = "id,name,type,district_code,mspbs_code\n1,Guyra Kua,USF,1702,17600101\n"
                + "2,Guyra Kua Norte,USF,1702,17600102\n";
        var answer = registry.send(registry.request("/api/v1/directory-imports?source=casas-de-servicios", ADMIN)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(facilities)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aListIsPlannedTakenInKnownAgainRevisedAndTakenBack() {
        var planned = send("servicios&dryRun=true", LIST);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        assertThat(service("servicios", "1").statusCode()).isEqualTo(404);
        var real = taken("servicios", LIST);
        assertThat(real.at("/summary/counts"))
                .isEqualTo(RunningRegistry.json(planned).at("/summary/counts"));
        assertThat(real.get("rejected")).isEqualTo(RunningRegistry.json(planned).get("rejected"));
        assertThat(counts(real)).isEqualTo("2/0/0/2");
        var facility = DirectoryIds.of("f", "casas-de-servicios", "1");
        assertThat(registry.get("/fhir/HealthcareService?service-type=57&location=Location/" + facility, ADMIN)
                        .body())
                .contains(DirectoryIds.of("s", "servicios", "1"), "Vacunatorio", "Immunization", "07:00:00");

        assertThat(counts(taken("servicios", LIST))).isEqualTo("0/0/2/2");
        var revised = taken("servicios", LIST.replace("07:00-12:00", "07:00-17:00"));
        assertThat(counts(revised)).isEqualTo("0/1/1/2");
        assertThat(service("servicios", "1").body()).contains("17:00:00");

        var undone = undo(revised);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(service("servicios", "1").body()).contains("12:00:00", "\"versionId\":\"3\"");
        assertThat(undo(revised).statusCode()).isEqualTo(409);
        assertThat(RunningRegistry.json(undo(real)).get("left"))
                .as("it was revised since")
                .hasSize(1);
        assertThat(service("servicios", "3").body()).contains("\"active\":false");
        assertThat(counts(taken("servicios", LIST))).isEqualTo("0/1/1/2");
        assertThat(service("servicios", "3").body()).contains("\"active\":true");
    }

    @Test
    void refusedRowsComeBackWithReasonsUnderTheirOwnHeadings() {
        var examined = taken("rechazos", LIST);

        var rows = registry.get(IMPORTS + "/" + id(examined) + "/rows?outcome=rejected", ADMIN);

        assertThat(rows.body())
                .isEqualTo("fila,resultado,entrada,version,motivo,Nro,Código,Servicio,Clase,Horario\r\n"
                        + "2,rejected,,,\"el tipo se escribe sistema|código, o la asignación lo traduce: Adivinación\","
                        + "2,17600101,Consultorio,Adivinación,\r\n"
                        + "4,rejected,,,ningún establecimiento tiene este código: 17609999,"
                        + "4,17609999,Vacunatorio Perdido,Vacunación,\r\n");
        assertThat(registry.get("/api/v1/directory-imports/" + id(examined), ADMIN)
                        .statusCode())
                .as("imports of facilities are others")
                .isEqualTo(404);
    }

    @Test
    void whatSomebodyChangedSinceIsNotOverwritten() {
        taken("cambios", LIST);
        var service = service("cambios", "1");
        var changed = registry.send(registry.request(path("cambios", "1"), ADMIN)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(service.body().replace("Vacunatorio", "Vacunas"))));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);

        assertThat(counts(taken("cambios", LIST)))
                .as("the list says nothing new")
                .isEqualTo("0/0/2/2");
        var again = taken("cambios", LIST.replace("Vacunatorio;", "Vacunatorio Central;"));

        assertThat(counts(again)).isEqualTo("0/0/1/3");
        assertThat(again.get("rejected").toString()).contains("cambió");
        assertThat(service("cambios", "1").body()).contains("Vacunas");
    }

    @Test
    void aListWithoutTheColumnsThatCountIsRefusedAndSoIsWhoMayNotSendOne() {
        assertThat(send("columnas", "Nro;Código;Servicio\n1;2;3\n").statusCode())
                .isEqualTo(422);
        var answer = registry.send(registry.request(IMPORTS + "?source=x", STEWARD)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(LIST)));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(registry.get(IMPORTS + "/999999", ADMIN).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> send(String source, String csv) {
        var mapping = URLEncoder.encode(MAPPING, StandardCharsets.UTF_8);
        return registry.send(registry.request(IMPORTS + "?mapping=" + mapping + "&source=" + source, ADMIN)
                .header("Content-Type", "text/csv;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    private static JsonNode taken(String source, String csv) {
        var answer = send(source, csv);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRegistry.json(answer);
    }

    private static HttpResponse<String> undo(JsonNode examined) {
        return registry.send(registry.request(IMPORTS + "/" + id(examined) + "/undo", ADMIN)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static long id(JsonNode examined) {
        return examined.at("/summary/id").asLong();
    }

    private static String counts(JsonNode examined) {
        var counts = examined.at("/summary/counts");
        return counts.get("created") + "/" + counts.get("revised") + "/" + counts.get("unchanged") + "/"
                + counts.get("rejected");
    }

    private static String path(String source, String row) {
        return "/fhir/HealthcareService/" + DirectoryIds.of("s", source, row);
    }

    private static HttpResponse<String> service(String source, String row) {
        return registry.get(path(source, row), STEWARD);
    }
}
