package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Facility lists reconciled over the API. */
@ExtendWith(SharedRegistry.class)
final class ReconciliationIT {

    private static final Caller STEWARD = new Caller("directory-steward", Role.STEWARD);
    private static final String PATH = "/api/v1/reconciliations";

    private static RunningRegistry registry;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
    }

    @Test
    void twoListsAreReconciledByAndBy() throws Exception {
        var body = new ObjectMapper().createObjectNode();
        list(body.putObject("left"), FacilityList.A, "seed_id");
        list(body.putObject("right"), FacilityList.B, "mspbs_code");

        var begun = post(body.toString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        var job = begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*" + PATH, PATH);
        Eventually.until(
                "the lists are reconciled",
                Duration.ofSeconds(30),
                () -> registry.get(job, STEWARD).statusCode() == 200);

        var report = RunningRegistry.json(registry.get(job, STEWARD)).get("report");
        assertThat(report.get("left").asInt()).isEqualTo(72);
        assertThat(report.get("matches").asInt()).isEqualTo(27);
        var matches = RunningRegistry.json(registry.get(job + "/pairs?decision=match&limit=5", STEWARD));
        assertThat(matches.get("total").asInt()).isEqualTo(27);
        assertThat(matches.get("results")).hasSize(5);
        assertThat(matches.at("/results/0/right/id").asText()).isEqualTo("18030203");
        assertThat(matches.at("/results/0/reasons/0").asText()).startsWith("mismo nombre");
        var file = registry.send(registry.request(job + "/pairs", STEWARD).header("Accept", "text/csv"));
        assertThat(file.body())
                .startsWith("left,right,decision,score,reasons\n")
                .contains("\nA001,18030203,match,");
    }

    @Test
    void whatCannotBeReconciledIsRefusedWithItsPlace() {
        assertThat(post("{'left':{'csv':'code,name','id':'id'}}"))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .satisfies(answer -> assertThat(answer.toString()).contains("422", "left", "no column id"));
        assertThat(post("{'left':{'csv':'id,name'}}").statusCode()).isEqualTo(400);
        assertThat(post("{'right':{'csv':'id,name','id':'id'}}").statusCode()).isEqualTo(400);
        assertThat(post("").statusCode()).isEqualTo(400);
        assertThat(registry.get(PATH + '/' + UUID.randomUUID(), STEWARD).statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyStewardsReconcile() {
        assertThat(registry.get(PATH, new Caller("some-source", Role.SYSTEM)).statusCode())
                .isEqualTo(403);
    }

    private static void list(ObjectNode node, FacilityList list, String id) throws Exception {
        try (var in = SeedData.open(SeedData.dataSet(list.dataSet()))) {
            node.put("csv", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .put("id", id);
        }
    }

    private static HttpResponse<String> post(String body) {
        return registry.send(registry.request(PATH, STEWARD)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.startsWith("{\"") ? body : body.replace('\'', '"'))));
    }
}
