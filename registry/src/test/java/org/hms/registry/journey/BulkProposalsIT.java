package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.job.CommandLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Many proposals at once, from a file or from what a reconciliation found. */
@ExtendWith(SharedRegistry.class)
final class BulkProposalsIT {

    private static final Caller STEWARD = new Caller("bulk-steward", Role.STEWARD);
    private static final Caller OTHER = new Caller("bulk-other", Role.STEWARD);
    private static final String PATH = "/api/v1/facility-proposals";
    private static final String HEADER =
            "kind,facility,reason,name,type,district,health_region,latitude,longitude," + "phones,mspbs_code,since\n";

    private final RunningRegistry registry;

    BulkProposalsIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void eachRowIsAnsweredByItselfAndADryRunTellsTheSame() {
        var csv = HEADER
                + "create,,nuevo,Guasu Virá,USF,1702,17,-21.73,-59.12,,17600001,\n"
                + "create,,nuevo,Sin Distrito,USF,,17,,,,17600002,\n"
                + "close,17999999,cierre,,,,,,,,,\n"
                + "paint,,x,,,,,,,,,\n"
                + "create,,nuevo,Tatu Poju,PS,1702,17,-21.7,-59.1,021 1;021 2,17600003,\n";

        var dry = post(PATH + "?dryRun=true", csv);
        var real = post(PATH, csv);

        assertThat(outcomes(dry)).isEqualTo("proposed refused refused refused proposed");
        assertThat(outcomes(real)).isEqualTo(outcomes(dry));
        assertThat(dry.at("/report/0/request").isNull()
                        || dry.at("/report/0/request").isMissingNode())
                .isTrue();
        assertThat(real.at("/report/1/reasons/0").asText()).startsWith("DIR-03");
        assertThat(real.at("/report/2/reasons/0").asText()).contains("No facility");
        assertThat(real.at("/report/3/line").asInt()).isEqualTo(5);
        var facility = approve(real.at("/report/4/request").asLong());
        assertThat(RunningRegistry.json(registry.get("/api/v1/facilities/" + facility, STEWARD))
                        .path("phones"))
                .hasSize(2);
    }

    @Test
    void refusedRowsComeAsAFileThatMayBeCorrectedAndSentAgain() {
        var csv = HEADER
                + "create,,nuevo,Tatu Piré,USF,1702,17,-21.73,-59.12,,17600041,\n"
                + "create,,nuevo,\"Sin, Distrito\",USF,,17,,,,17600042,\n";

        var refused = registry.send(registry.request(PATH + "?dryRun=true", STEWARD)
                .header("Content-Type", "text/csv;charset=utf-8")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));

        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(refused.body()).contains("DIR-03", "\"Sin, Distrito\"").doesNotContain("Tatu");
        assertThat(refused.body().lines()).hasSize(2);
        assertThat(outcomes(post(PATH + "?dryRun=true", refused.body()))).isEqualTo("refused");
    }

    @Test
    void anEmptyCellLeavesTheFacilityAsItIs() {
        var created = approve(post(PATH, HEADER + "create,,n,Aguai Poty,USF,1702,17,-21.73,-59.12,021 9,17600011,\n")
                .at("/report/0/request")
                .asLong());

        var renamed = post(PATH, HEADER + "change,17600011,nombre,Aguai Poty Norte,,,,,,,,\n");
        approve(renamed.at("/report/0/request").asLong());

        var facility = RunningRegistry.json(registry.get("/api/v1/facilities/" + created, STEWARD));
        assertThat(facility.path("name").asText()).isEqualTo("Aguai Poty Norte");
        assertThat(facility.at("/type/code").asText()).isEqualTo("USF");
        assertThat(facility.at("/phones/0").asText()).isEqualTo("021 9");
        assertThat(outcomes(post(PATH, HEADER + "change,17600011,nombre,Aguai Poty Norte,,,,,,,,\n")))
                .isEqualTo("unchanged");
    }

    @Test
    void aFileWithAnUnknownColumnIsRefusedWhole() {
        var answer = registry.send(registry.request(PATH, STEWARD)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("kind,colour\ncreate,red\n")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("colour");
    }

    @Test
    void whatAReconciliationFoundIsProposed() throws IOException {
        approve(post(PATH, HEADER + "create,,n,Yrupe Sakã,USF,1702,17,,,,17600021,\n")
                .at("/report/0/request")
                .asLong());
        var body = Map.of(
                "pairs",
                "left,right,decision,score,reasons\n17600021,X1,match,9.1,mismo nombre\n17600021,X2,review,2.0,quizá\n"
                        + ",X3,none,,sin pareja\n17600021,,none,,sin pareja\n,X9,none,,sin fila\n",
                "list",
                "code,name,tipo,ine_district,lat,lon\nX1,Yrupe Saka,USF,1702,-21.73,-59.12\nX2,Otro,USF,1702,,\n"
                        + "X3,Mbokaja Yvate,PS,1702,-21.7,-59.1\n",
                "id",
                "code",
                "system",
                "urn:test:list-x");

        var report = RunningRegistry.json(registry.send(registry.request(PATH + "/pairs", STEWARD)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))));

        assertThat(outcomes(report)).isEqualTo("proposed review proposed alone refused");
        var completed = approve(report.at("/report/0/request").asLong());
        var facility = RunningRegistry.json(registry.get("/api/v1/facilities/" + completed, STEWARD));
        assertThat(facility.at("/position/latitude").asDouble()).isEqualTo(-21.73);
        assertThat(facility.path("name").asText()).isEqualTo("Yrupe Sakã");
        assertThat(facility.path("identifiers").findValuesAsText("value")).contains("X1", "17600021");
    }

    @Test
    void theCommandSendsAFileAndSaysWhatWasRefused(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("changes.csv"), HEADER + "create,,n,Sin Distrito Dos,USF,,17,,,,17600031,\n");
        var out = new StringWriter();

        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "propose",
                        file.toString(),
                        "--dry-run",
                        "--url",
                        registry.uri("").toString(),
                        "--config",
                        registry.configuration().toString());

        assertThat(code).isEqualTo(3);
        assertThat(out.toString()).contains("1 refused", "line 2", "DIR-03", "nothing was proposed");
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

    private String approve(long request) {
        var answer = registry.send(registry.request("/api/v1/facility-requests/" + request + "/approval", OTHER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"revision\":1}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer).at("/outcome/facility").asText();
    }
}
