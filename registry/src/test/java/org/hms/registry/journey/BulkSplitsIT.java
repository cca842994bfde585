package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Splits and moved borders proposed by files, where several rows make one request. */
@ExtendWith(SharedRegistry.class)
final class BulkSplitsIT {

    private static final Caller STEWARD = new Caller("splits-steward", Role.STEWARD);
    private static final Caller OTHER = new Caller("splits-other", Role.STEWARD);
    private static final Caller FEED = new Caller("splits-feed", Role.ADMIN);
    private static final String PATH = "/api/v1/facility-proposals";
    private static final String HEADER =
            "kind,facility,reason,name,type,district,health_region,latitude,longitude,mspbs_code,since,part,moves\n";

    private final RunningRegistry registry;

    BulkSplitsIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void theRowsOfASplitMakeOneRequestAndEntriesMoveToTheirPart() {
        var whole = facility("Kururu Kua", "17610001");
        var service = service(whole);
        var csv = HEADER
                + "split,17610001,división,,,,,,,,,remains,\n"
                + "split,17610001,división,Kururu Kua Este,PS,1702,17,-21.70,-59.10,17610002,,new," + service + "\n"
                + "split,17610001,división,Kururu Kua Sur,PS,1702,17,-21.75,-59.15,17610003,,new,\n";

        var dry = post(PATH + "?dryRun=true", csv);
        var real = post(PATH, csv);

        assertThat(outcomes(dry)).isEqualTo("proposed proposed proposed");
        assertThat(outcomes(real)).isEqualTo(outcomes(dry));
        var request = real.at("/report/0/request").asLong();
        assertThat(real.path("report"))
                .allSatisfy(row -> assertThat(row.path("request").asLong()).isEqualTo(request));
        approve(request);
        assertThat(registry.get("/fhir/HealthcareService/" + service, STEWARD).body())
                .contains("Location/" + resolve("17610002"));
        assertThat(RunningRegistry.json(registry.get("/api/v1/facilities/" + whole, STEWARD))
                        .path("name")
                        .asText())
                .isEqualTo("Kururu Kua");
    }

    @Test
    void oneRefusedRowRefusesTheSplitAndItsFileMayBeCorrectedAndSentAgain() {
        facility("Tarave Kua", "17610011");
        var bad = HEADER
                + "split,17610011,división,Tarave Norte,PS,1702,17,-21.70,-59.10,17610012,,new,hs-unknown\n"
                + "split,17610011,división,Tarave Sur,PS,,17,-21.75,-59.15,17610013,,new,\n";

        var report = post(PATH, bad);

        assertThat(outcomes(report)).isEqualTo("refused refused");
        assertThat(report.at("/report/0/reasons/0").asText()).contains("hs-unknown");
        var noDistrict = post(PATH, bad.replace("hs-unknown", ""));
        assertThat(outcomes(noDistrict)).isEqualTo("refused refused");
        assertThat(noDistrict.at("/report/0/reasons/0").asText()).contains("[3]");
        assertThat(noDistrict.at("/report/1/reasons/0").asText()).startsWith("DIR-03");
        var file = send(PATH, bad.replace("hs-unknown", ""), "text/csv");
        assertThat(file.lines()).hasSize(3);
        assertThat(outcomes(post(PATH + "?dryRun=true", file))).isEqualTo("refused refused");
        var corrected = bad.replace("hs-unknown", "").replace("PS,,17", "PS,1702,17");
        assertThat(outcomes(post(PATH, corrected))).isEqualTo("proposed proposed");
        var single = HEADER + "split,17610011,división,Tarave Sola,PS,1702,17,,,17610014,,new,\n";
        assertThat(post(PATH, single).at("/report/0/reasons/0").asText()).contains("two or more");
    }

    @Test
    void whatADistrictHasGotIsOneRequestAndEachRowIsJudgedByItself() {
        var first = facility("Ynambu Rape", "17610021");
        facility("Ynambu Kua", "17610022");
        var csv = HEADER
                + "redistrict,17610021,límite,,,1705,,,,17610023,2024-05-01,,\n"
                + "redistrict,17999998,límite,,,1705,,,,,2024-05-01,,\n"
                + "redistrict,17610022,límite,,,1705,,,,,2024-05-01,,\n"
                + "redistrict,17610021,límite,,,1705,,,,,2024-05-01,,\n"
                + "redistrict,17610022,límite,,,1705,,,,,,,\n"
                + "redistrict,17610022,igual,,,1702,,,,,2024-05-01,,\n";

        var dry = post(PATH + "?dryRun=true", csv);
        var real = post(PATH, csv);

        assertThat(outcomes(dry)).isEqualTo("proposed refused proposed refused refused unchanged");
        assertThat(outcomes(real)).isEqualTo(outcomes(dry));
        assertThat(real.at("/report/0/request").asLong())
                .isPositive()
                .isEqualTo(real.at("/report/2/request").asLong());
        assertThat(real.at("/report/4/reasons/0").asText()).contains("since");
        approve(real.at("/report/0/request").asLong());
        assertThat(registry.get("/fhir/Location/" + first, STEWARD).body()).contains("Location/py-dis-1705");
        assertThat(resolve("17610023")).isEqualTo(first);
        assertThat(RunningRegistry.json(registry.get("/api/v1/facilities/" + first + "?at=2024-04-30", STEWARD))
                        .toString())
                .contains("1702");
    }

    private String facility(String name, String code) {
        var csv = HEADER + "create,,n," + name + ",USF,1702,17,-21.70,-58.70," + code + ",,,\n";
        var report = post(PATH, csv);
        assertThat(outcomes(report)).as(report.toString()).isEqualTo("proposed");
        return approve(report.at("/report/0/request").asLong());
    }

    private String service(String facility) {
        var body =
                "{\"resourceType\":\"HealthcareService\",\"active\":true,\"name\":\"Consulta\",\"type\":[{\"coding\":[{\"system\":"
                        + "\"http://terminology.hl7.org/CodeSystem/service-type\",\"code\":\"124\"}]}],\"location\":[{\"reference\":"
                        + "\"Location/" + facility + "\"}]}";
        var answer = registry.send(registry.request("/fhir/HealthcareService", FEED)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningRegistry.json(answer).path("id").asText();
    }

    private String resolve(String code) {
        return RunningRegistry.json(registry.get("/fhir/Location?identifier=" + code, STEWARD))
                .at("/entry/0/resource/id")
                .asText();
    }

    private static String outcomes(JsonNode report) {
        return String.join(" ", report.path("report").findValuesAsText("outcome"));
    }

    private JsonNode post(String path, String csv) {
        var answer = registry.send(registry.request(path, STEWARD)
                .header("Content-Type", "text/csv;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private String send(String path, String csv, String accept) {
        return registry.send(registry.request(path, STEWARD)
                        .header("Content-Type", "text/csv;charset=utf-8")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(csv)))
                .body();
    }

    private String approve(long request) {
        var answer = registry.send(registry.request("/api/v1/facility-requests/" + request + "/approval", OTHER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"revision\":1}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer).at("/outcome/facility").asText();
    }
}
