package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.exchange.DirectoryImport.Kind;
import org.hms.registry.exchange.ImportWatch;
import org.hms.registry.exchange.PlaceRow;
import org.hms.registry.exchange.PlannedRow;
import org.hms.registry.exchange.store.JdbiDirectoryImportStore;
import org.hms.registry.facility.store.FacilityStores;
import org.hms.registry.store.Overtaken;
import org.hms.registry.territory.DirectoryIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of facilities come in, go out, and are taken back. */
@ExtendWith(SharedRegistry.class)
final class DirectoryListsIT {

    private static final Caller ADMIN = new Caller("directory-admin", Role.ADMIN);
    private static final Caller STEWARD = new Caller("directory-two", Role.STEWARD);
    private static final String IMPORTS = "/api/v1/directory-imports";
    private static final String EXPORTS = "/api/v1/directory-exports/facilities";

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    private static HttpResponse<String> send(String query, String type, String body) {
        return registry.send(registry.request(IMPORTS + query, ADMIN)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode taken(String source, String type, String body) {
        var answer = send("?source=" + source, type, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRegistry.json(answer);
    }

    private static String facility(String source, String row) {
        return registry.get("/api/v1/facilities/" + DirectoryIds.of("f", source, row), STEWARD)
                .body();
    }

    private static String counts(JsonNode examined) {
        var counts = examined.at("/summary/counts");
        return counts.get("created") + "/" + counts.get("revised") + "/" + counts.get("unchanged") + "/"
                + counts.get("areas") + "/" + counts.get("rejected");
    }

    @Test
    void aListIsPlannedTakenInKnownAgainAndTakenBack() {
        var list = "id,name,type,district_code\n1,Jaguareté Cué,USF,1702\n2,Sin Tipo,NADA,1702\n3,Tapir Cué,PS,1702\n";

        var planned = send("?dryRun=true&source=ida", "text/csv", list);
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        assertThat(facility("ida", "1")).contains("404");
        var real = taken("ida", "text/csv", list);
        assertThat(real.at("/summary/counts"))
                .isEqualTo(RunningRegistry.json(planned).at("/summary/counts"));
        assertThat(real.get("rejected")).isEqualTo(RunningRegistry.json(planned).get("rejected"));
        assertThat(counts(real)).isEqualTo("2/0/0/0/1");
        assertThat(facility("ida", "1")).contains("Jaguareté Cué", "\"version\":1");

        assertThat(counts(taken("ida", "text/csv", list))).isEqualTo("0/0/2/0/1");
        var revised = taken("ida", "text/csv", list.replace("Jaguareté Cué", "Jaguareté Cué Guasú"));
        assertThat(counts(revised)).isEqualTo("0/1/1/0/1");
        assertThat(facility("ida", "1")).contains("Guasú", "\"version\":2");

        var path = IMPORTS + "/" + revised.at("/summary/id").asLong() + "/undo";
        var undone = registry.send(registry.request(path, ADMIN).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(200);
        assertThat(RunningRegistry.json(undone).get("restored").asInt()).isEqualTo(1);
        assertThat(facility("ida", "1")).doesNotContain("Guasú").contains("\"version\":3");
        assertThat(registry.send(registry.request(path, ADMIN).POST(HttpRequest.BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(409);

        var first = IMPORTS + "/" + real.at("/summary/id").asLong() + "/undo";
        var left = RunningRegistry.json(
                registry.send(registry.request(first, ADMIN).POST(HttpRequest.BodyPublishers.noBody())));
        assertThat(left.get("restored").asInt()).isEqualTo(1);
        assertThat(left.get("left")).hasSize(1);
        assertThat(facility("ida", "3")).contains("\"inactive\"");
        assertThat(counts(taken("ida", "text/csv", list))).isEqualTo("0/1/1/0/1");
        assertThat(facility("ida", "3")).contains("\"active\"");
    }

    @Test
    void aListThatSomebodyOvertookWritesNothing() {
        taken("carrera", "text/csv", "id,name\n1,Tatu Cué\n");
        var jdbi = registry.database();
        var facilities = FacilityStores.of(jdbi);
        var current = facilities.find(DirectoryIds.of("f", "carrera", "1")).orElseThrow();
        var row = new PlaceRow(1, false, Map.of(), Map.of());
        var stale = new PlannedRow<>(
                row, PlannedRow.Outcome.REVISED, current.content().id(), 0, current.content(), null);
        var store = new JdbiDirectoryImportStore<>(jdbi, facilities, Kind.FACILITIES);
        var plan = store.list(1, 0).getFirst();

        assertThatThrownBy(() -> store.publish(plan, List.of(stale), ADMIN, ImportWatch.NONE))
                .isInstanceOf(Overtaken.class);
        assertThat(store.list(1, 0).getFirst().id()).isEqualTo(plan.id());
        assertThat(facilities.history(current.content().id())).hasSize(1);
    }

    @Test
    void refusedRowsComeBackUnderTheirOwnHeadings() {
        var examined = taken("fallas", "text/csv", "Código;Nombre;Tipo\n1;Guasu Cué;USF\n2;=Mal;NADA\n");

        var rows = registry.get(IMPORTS + "/" + examined.at("/summary/id").asLong() + "/rows?outcome=rejected", ADMIN);

        assertThat(rows.body())
                .isEqualTo("fila,resultado,entrada,version,motivo,Código,Nombre,Tipo\r\n"
                        + "2,rejected,,,el tipo no es conocido: NADA,2,'=Mal,NADA\r\n");
        var dry = registry.send(registry.request(IMPORTS + "?dryRun=true&source=fallas", ADMIN)
                .header("Content-Type", "text/csv")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("id,name\n9,\n")));
        assertThat(dry.body()).contains("1,rejected,,,la fila no tiene nombre,9,");
    }

    @Test
    void whatAStewardCorrectedIsNotOverwrittenByItsSource() {
        taken("corregida", "text/csv", "id,name,type,district_code\n1,Mbutú Cué,USF,1702\n");
        var id = DirectoryIds.of("f", "corregida", "1");
        var proposal = "{\"kind\":\"change\",\"facility\":\"" + id + "\",\"reason\":\"visto\",\"draft\":{\"name\":"
                + "\"Mbutú Cué Renda\",\"type\":\"USF\",\"district\":\"1702\"}}";
        var proposed = registry.send(registry.request("/api/v1/facility-requests", STEWARD)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(proposal)));
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        var number = RunningRegistry.json(proposed).at("/request/id").asLong();
        var approved = registry.send(registry.request("/api/v1/facility-requests/" + number + "/approval", ADMIN)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"revision\":1}")));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);

        assertThat(counts(taken("corregida", "text/csv", "id,name,type,district_code\n1,Mbutú Cué,USF,1702\n")))
                .isEqualTo("0/0/1/0/0");
        assertThat(counts(taken("corregida", "text/csv", "id,name,type,district_code\n1,Mbutú Cué,PS,1702\n")))
                .isEqualTo("0/0/0/0/1");
        assertThat(facility("corregida", "1")).contains("Mbutú Cué Renda");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What one list has, given out in each form and taken in again under another name, says the same. */
    @ParameterizedTest
    @CsvSource({"csv,text/csv", "geojson,application/geo+json", "dhis2,application/json", "fhir,application/fhir+json"})
    void whatGoesOutComesInAgain(String format, String type) {
        taken(
                "salida",
                "text/csv",
                "id,name,type,ownership,district_code,health_region,lat,lon,phone,mspbs_code\n"
                        + "1,\"Ykua, Porã\",USF,public,1702,17,-21.7,-59.1,+595 900 1; 0900 2,17020901\n"
                        + "2,Sin Lugar,,,1702,,,,,\n");
        var answer = registry.get(EXPORTS + "?source=salida&format=" + format, STEWARD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

        var back = taken("vuelta-" + format, type, answer.body());

        assertThat(back.at("/summary/counts/created").asInt())
                .as(back.toString())
                .isEqualTo(2);
        var again = RunningRegistry.json(registry.get(EXPORTS + "?format=geojson&source=vuelta-" + format, STEWARD));
        var found = StreamSupport.stream(again.get("features").spliterator(), false)
                .filter(feature -> feature.at("/properties/name").asText().equals("Ykua, Porã"))
                .findFirst()
                .orElseThrow();
        assertThat(found.at("/properties/district_code").asText()).isEqualTo("1702");
        assertThat(found.at("/geometry/coordinates/1").asDouble()).isEqualTo(-21.7);
        assertThat(found.at("/properties/phone").asText()).startsWith("+595 900 1");
        if (!format.equals("dhis2")) {
            assertThat(found.at("/properties/type").asText()).isEqualTo("USF");
            assertThat(found.at("/properties/ownership").asText()).isEqualTo("public");
            assertThat(found.at("/properties/health_region").asText()).isEqualTo("17");
            assertThat(found.at("/properties/mspbs_code").asText()).isEqualTo("17020901");
        }
    }

    @Test
    void whatIsNoPlaceInABundleIsNamedRatherThanPassedOver() {
        var examined = taken(
                "paquete",
                "application/fhir+json",
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":["
                        + "{\"resource\":{\"resourceType\":\"HealthcareService\",\"id\":\"h1\"}},"
                        + "{\"resource\":{\"resourceType\":\"Organization\",\"id\":\"o1\",\"name\":\"Sola\"}},"
                        + "{\"resource\":{\"resourceType\":\"Organization\",\"id\":\"o2\",\"name\":\"Par\",\"partOf\":"
                        + "{\"reference\":\"Organization/py-rs-17\"}}},"
                        + "{\"resource\":{\"resourceType\":\"Location\",\"id\":\"l2\",\"name\":\"Par\",\"partOf\":"
                        + "{\"reference\":\"Location/py-dis-1702\"},\"managingOrganization\":"
                        + "{\"reference\":\"Organization/o2\"}}}]}");

        assertThat(counts(examined)).isEqualTo("1/0/0/0/2");
        assertThat(examined.get("rejected").findValuesAsText("id")).containsExactly("h1", "o1");
        assertThat(facility("paquete", "l2")).contains("py-rs-17", "py-dis-1702");
    }

    @Test
    void aWorkbookIsGivenOut() {
        var answer = registry.get(EXPORTS + "?format=xlsx&district=1702", STEWARD);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml.sheet");
        assertThat(answer.body()).startsWith("PK");
    }

    @Test
    void whatCannotBeTakenInIsRefusedAndStewardsTakeNothingIn() {
        assertThat(send("?source=Mal%20", "text/csv", "id,name\n").statusCode()).isEqualTo(400);
        assertThat(send("?source=curation", "text/csv", "id,name\n").statusCode())
                .isEqualTo(400);
        assertThat(send("?source=x&dryRun=si", "text/csv", "id,name\n").statusCode())
                .isEqualTo(400);
        assertThat(send("?source=x", "text/csv", "nada\n").statusCode()).isEqualTo(422);
        assertThat(send("?source=x", "application/json", "{}").statusCode()).isEqualTo(422);
        assertThat(send("?source=x", "application/fhir+json", "{\"resourceType\":\"Patient\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("?source=x&mapping=" + encoded("columns: {nada: a}"), "text/csv", "id,name\n")
                        .statusCode())
                .isEqualTo(422);
        assertThat(registry.get(EXPORTS + "?format=pdf", STEWARD).statusCode()).isEqualTo(400);
        assertThat(registry.get(IMPORTS, STEWARD).statusCode()).isEqualTo(403);
        assertThat(registry.get(IMPORTS + "/999999", ADMIN).statusCode()).isEqualTo(404);
    }
}
