package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of facilities sent once and taken in after the request: asked after, cancelled, failed with a reason. */
@ExtendWith(SharedRegistry.class)
final class DirectoryImportJobsIT {

    private static final Caller ADMIN = new Caller("jobs-admin", Role.ADMIN);
    private static final Caller STEWARD = new Caller("jobs-steward", Role.STEWARD);
    private static final String JOBS = "/api/v1/directory-import-jobs";
    private static final String HEADER = "id,name,type,district_code,health_region,latitude,longitude\n";

    private final RunningRegistry registry;

    DirectoryImportJobsIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void aListIsTakenInAfterTheRequestAndItsJobTellsTheImport() {
        var accepted = send("jobs-one", rows("Urutau", 3));

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Retry-After")).isPresent();
        assertThat(accepted.headers().firstValue("X-Progress")).isPresent();
        var ended = ended(accepted);
        assertThat(RunningRegistry.json(ended).path("status").asText())
                .as(ended.body())
                .isEqualTo("done");
        var taken = RunningRegistry.json(
                registry.get(RunningRegistry.json(ended).path("result").asText(), ADMIN));
        assertThat(taken.toString()).contains("\"created\":3", "jobs-one");
        var again = ended(send("jobs-one", rows("Urutau", 3)));
        assertThat(registry.get(RunningRegistry.json(again).path("result").asText(), ADMIN)
                        .body())
                .contains("\"unchanged\":3");
        assertThat(cancel(again).statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsCancelledHasWrittenNothing() {
        var accepted = send("jobs-two", rows("Kuarahy", 6_000));
        var begun = registry.get(url(accepted), ADMIN);
        while (begun.statusCode() == 202
                && !begun.headers().firstValue("X-Progress").orElse("").endsWith("of 6000 facilities")) {
            Thread.onSpinWait();
            begun = registry.get(url(accepted), ADMIN);
        }

        assertThat(cancel(accepted).statusCode()).isEqualTo(204);

        var ended = ended(accepted);
        assertThat(RunningRegistry.json(ended).path("status").asText()).isEqualTo("cancelled");
        // A further list of the source comes after the cancelled one has stopped.
        var next = ended(send("jobs-two", rows("Jasy", 1)));
        assertThat(registry.get(RunningRegistry.json(next).path("result").asText(), ADMIN)
                        .body())
                .contains("\"created\":1");
        var exported = registry.get("/api/v1/directory-exports/facilities?format=csv&source=jobs-two", ADMIN);
        assertThat(exported.body()).contains("Jasy 0").doesNotContain("Kuarahy");
        assertThat(registry.get("/api/v1/directory-imports?_count=100", ADMIN).body())
                .doesNotContain("\"rows\":6000");
    }

    @Test
    void aListThatCannotBeReadFailsWithTheReasonAndAMappingAtOnce() {
        var ended = ended(send("jobs-three", "colour,shape\nred,round\n"));

        assertThat(RunningRegistry.json(ended).path("status").asText()).isEqualTo("failed");
        assertThat(RunningRegistry.json(ended).path("failure").asText()).isNotBlank();
        assertThat(send("jobs-three&mapping=%5B1", rows("Mbyja", 1)).statusCode())
                .isEqualTo(422);
        assertThat(send("Jobs Three".replace(" ", "%20"), rows("Mbyja", 1)).statusCode())
                .isEqualTo(400);
        assertThat(registry.get(JOBS, ADMIN).body()).contains("jobs-three");
        assertThat(registry.get(JOBS, STEWARD).statusCode()).isEqualTo(403);
        assertThat(registry.get(JOBS + "/nothing", ADMIN).statusCode()).isEqualTo(404);
    }

    private static String rows(String name, int count) {
        return HEADER
                + IntStream.range(0, count)
                        .mapToObj(row -> row + "," + name + " " + row + ",USF,1702,17,-21.73,-59.12")
                        .collect(Collectors.joining("\n"));
    }

    private HttpResponse<String> send(String source, String csv) {
        return registry.send(registry.request(JOBS + "?source=" + source, ADMIN)
                .header("Content-Type", "text/csv;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(csv)));
    }

    private HttpResponse<String> cancel(HttpResponse<String> job) {
        return registry.send(registry.request(url(job), ADMIN).DELETE());
    }

    private HttpResponse<String> ended(HttpResponse<String> job) {
        assertThat(job.statusCode()).as(job.body()).isIn(200, 202);
        var answer = registry.get(url(job), ADMIN);
        while (answer.statusCode() == 202) {
            Thread.onSpinWait();
            answer = registry.get(url(job), ADMIN);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String url(HttpResponse<String> job) {
        return job.headers().firstValue("Content-Location").orElseThrow();
    }
}
