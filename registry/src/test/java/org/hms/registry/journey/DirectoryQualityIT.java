package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stewards see what the directory lacks, and anyone how near care is. */
@ExtendWith(SharedRegistry.class)
final class DirectoryQualityIT {

    private static final Caller STEWARD = new Caller("directory-three", Role.STEWARD);
    private static final Caller OTHER = new Caller("directory-four", Role.STEWARD);
    private static final Caller READER = new Caller("test-reader", Role.READER);
    private static final String QUALITY = "/api/v1/directory-quality";
    private static final String ACCESS = "/api/v1/access-to-care";

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    private static JsonNode json(String path, Caller caller) {
        var answer = registry.get(path, caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private static HttpResponse<String> csv(String path, Caller caller) {
        return registry.send(registry.request(path, caller).header("Accept", "text/csv"));
    }

    private static HttpResponse<String> post(String path, Caller caller, String type, String body) {
        return registry.send(registry.request(path, caller)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String published(String proposal) {
        var proposed = post("/api/v1/facility-requests", STEWARD, "application/json", proposal);
        assertThat(proposed.statusCode()).as(proposed.body()).isEqualTo(201);
        var id = RunningRegistry.json(proposed).at("/request/id").asLong();
        var approved =
                post("/api/v1/facility-requests/" + id + "/approval", OTHER, "application/json", "{\"revision\":1}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        return RunningRegistry.json(approved).at("/outcome/facility").asText();
    }

    private static String created(String name, String code) {
        return published("{\"kind\":\"create\",\"reason\":\"nuevo\",\"draft\":{\"name\":\"" + name
                + "\",\"type\":\"USF\",\"ownership\":\"public\",\"district\":\"1702\",\"healthRegion\":\"17\","
                + "\"latitude\":-21.73,\"longitude\":-59.12,\"phones\":[\"0900 7\"],\"mspbsCode\":\"" + code + "\"}}");
    }

    private static List<String> lacks(String facility) {
        var lacks = new ArrayList<String>();
        for (var row :
                json(QUALITY + "/facilities?district=1702&limit=500", STEWARD).get("results")) {
            if (row.get("facility").asText().equals(facility)) {
                row.get("lacks").forEach(lack -> lacks.add(lack.get("code").asText()));
                return lacks;
            }
        }
        throw new AssertionError("The facility is not in the list");
    }

    @Test
    void whatWasReviewedIsAttestedUntilItIsStale() {
        var id = created("Karumbé Cué", "17099701");

        assertThat(lacks(id)).containsExactly("services");
        var stale = json(QUALITY + "/facilities?freshDays=0&lacks=attestation&limit=500&district=1702", STEWARD);
        assertThat(stale.get("results").findValuesAsText("facility")).contains(id);
        var service = post(
                "/fhir/HealthcareService",
                STEWARD,
                "application/fhir+json",
                "{\"resourceType\":\"HealthcareService\",\"active\":true,\"name\":\"Vacunación\",\"location\":["
                        + "{\"reference\":\"Location/" + id
                        + "\"}],\"type\":[{\"coding\":[{\"system\":\"urn:test:svc\","
                        + "\"code\":\"vacunas-it\"}]}]}");
        assertThat(service.statusCode()).as(service.body()).isEqualTo(201);
        assertThat(lacks(id)).isEmpty();

        var nearest = json(ACCESS + "/nearest?from=-21.5%7C-59.0&service=vacunas-it", READER);
        assertThat(nearest.at("/results/0/facility").asText()).isEqualTo(id);
        assertThat(nearest.at("/results/0/km").asDouble()).isBetween(20.0, 40.0);
        assertThat(json(ACCESS + "/catchments?service=vacunas-it", READER)
                        .at("/results/0/districts")
                        .size())
                .isGreaterThan(200);
    }

    @Test
    void districtsAreToldByTheMeanOfTheirFacilities() {
        var districts = json(QUALITY + "/districts?limit=500", STEWARD).get("results");
        var first = districts.get(0);
        var district = first.get("district").asText().isEmpty() ? districts.get(1) : first;
        var code = district.get("district").asText();
        var facilities = json(QUALITY + "/facilities?limit=500&district=" + code, STEWARD)
                .get("results");

        assertThat(facilities.size()).isEqualTo(district.get("facilities").asInt());
        double sum = 0;
        for (var facility : facilities) {
            sum += facility.get("score").asInt();
        }
        assertThat(district.get("score").asInt()).isEqualTo((int) Math.round(sum / facilities.size()));
    }

    @Test
    void facilitiesThatLookLikeOneHouseAreShownWithTheReason() {
        var pairs = json(QUALITY + "/duplicates?limit=5", STEWARD);

        assertThat(pairs.get("total").asInt()).isGreaterThan(20);
        assertThat(pairs.at("/results/0/reasons/0").asText()).isNotBlank();
        assertThat(pairs.at("/results/0/left").asText())
                .isNotEqualTo(pairs.at("/results/0/right").asText());
    }

    @Test
    void anEndpointIsNeverCheckedUntilSomebodySaysSo() {
        var facility = created("Ñurumi Cué", "17099702");
        var endpoint = post(
                "/fhir/Endpoint",
                STEWARD,
                "application/fhir+json",
                "{\"resourceType\":\"Endpoint\",\"status\":\"active\",\"address\":\"https://fhir.example.org\","
                        + "\"connectionType\":{\"system\":\"http://terminology.hl7.org/CodeSystem/endpoint-connection-type\","
                        + "\"code\":\"hl7-fhir-rest\"},\"managingOrganization\":{\"reference\":\"Organization/"
                        + facility
                        + "\"},\"payloadType\":[{\"text\":\"any\",\"coding\":[{\"system\":\"urn:test\",\"code\":\"any\"}]}]}");
        assertThat(endpoint.statusCode()).as(endpoint.body()).isEqualTo(201);
        var id = RunningRegistry.json(endpoint).get("id").asText();
        assertThat(state(id, "")).isEqualTo("never-checked");

        var checks = QUALITY + "/endpoints/" + id + "/checks";
        assertThat(post(checks, STEWARD, "application/json", "{\"answered\":false,\"note\":\"404\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(id, "")).isEqualTo("failed");
        assertThat(post(checks, STEWARD, "application/json", "{\"answered\":true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(state(id, "")).isEqualTo("answered");
        assertThat(state(id, "&freshDays=0")).isEqualTo("stale");
        assertThat(post(checks, STEWARD, "application/json", "{}").statusCode()).isEqualTo(400);
        assertThat(post(QUALITY + "/endpoints/nobody/checks", STEWARD, "application/json", "{\"answered\":true}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String state(String endpoint, String more) {
        for (var row : json(QUALITY + "/endpoints?limit=500" + more, STEWARD).get("results")) {
            if (row.get("endpoint").asText().equals(endpoint)) {
                return row.get("state").asText();
            }
        }
        throw new AssertionError("The endpoint is not in the list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/facilities|establecimiento,nombre,distrito,puntaje,falta,atestiguado",
                "/districts|distrito,nombre,establecimientos,puntaje,falta",
                "/licences|profesional,nombre,registro,especialidad,vigente_hasta,estado",
                "/endpoints|endpoint,nombre,organizacion,direccion,estado,verificado,nota",
                "/duplicates|uno,nombre_uno,otro,nombre_otro,peso,razones"
            })
    void everyListIsAFileToo(String list, String header) {
        var file = csv(QUALITY + list, STEWARD);

        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        assertThat(file.body()).startsWith(header + "\r\n");
        assertThat(registry.get(QUALITY + list, READER).statusCode()).isEqualTo(403);
    }

    @Test
    void districtsWithoutAServiceNearByAreNamed() {
        var without = json(ACCESS + "/districts?type=HR&type=HG&beyondKm=100", READER);
        assertThat(without.get("results")).isNotEmpty();
        without.get("results")
                .forEach(row -> assertThat(row.at("/nearest/km").asDouble(1e9)).isGreaterThan(100));
        assertThat(without.get("notes").toString()).contains("línea recta", "estimación");

        var file = csv(ACCESS + "/districts?type=HR", READER).body();
        assertThat(file).startsWith("distrito,nombre,departamento,poblacion,poblacion_estimada,establecimiento,");
        // Districts from 1780 on are other tests'.
        assertThat(file.lines().filter(line -> !line.startsWith("178"))).hasSize(264);
        assertThat(file).contains("0000,Asunción,Asunción,462241,no,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nearest",
                "/nearest?from=nada",
                "/nearest?from=1%7Cx",
                "/nearest?from=0000&count=0",
                "/districts?beyondKm=-1",
                "/districts?far=1"
            })
    void whatCannotBeAnsweredIsRefused(String question) {
        assertThat(registry.get(ACCESS + question, READER).statusCode()).isEqualTo(400);
    }
}
