package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list that was being taken in when the service was killed is taken in by the next one, once and whole. */
final class DirectoryImportCrashIT {

    private static final int ROWS = 6_000;
    private static final String JOBS = "/api/v1/directory-import-jobs";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    @Test
    void aListIsBegunAnewAfterAKillAndWrittenOnce() throws Exception {
        var data = home.resolve("data");
        String job;
        String waiting;
        try (var service = ServiceProcess.startOn(data);
                var client = client(service)) {
            job = send(client, "crash-one", ROWS);
            waiting = send(client, "crash-one", 1);
            Eventually.until(
                    "some of it is written",
                    PATIENCE,
                    () -> ask(client, job).path("progress").asText().matches("[1-9]\\d* of " + ROWS + " facilities"));
            service.kill();
        }
        try (var service = ServiceProcess.startOn(data);
                var client = client(service)) {
            assertThat(ask(client, job).path("status").asText()).isIn("waiting", "done");
            assertThat(result(client, job).path("created").asInt()).isEqualTo(ROWS);
            assertThat(result(client, waiting).path("unchanged").asInt()).isEqualTo(1);
            assertThat(versions(data)).as("versions, all of them first ones").isEqualTo(ROWS);

            var again = send(client, "crash-one", ROWS);

            assertThat(result(client, again).path("unchanged").asInt()).isEqualTo(ROWS);
            assertThat(versions(data)).isEqualTo(ROWS);
            service.stop();
        }
    }

    private ServiceClient client(ServiceProcess service) {
        var tokens = TokenService.withKeyIn(home.resolve("data/keys"));
        return new ServiceClient(service.uri(), tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1)));
    }

    /** Sends a list, and gives the path of its job. */
    private static String send(ServiceClient client, String source, int rows) throws Exception {
        var csv = IntStream.range(0, rows)
                .mapToObj(row -> row + ",Ñandu " + row + ",USF,1702,17,-21.73,-59.12\n")
                .collect(Collectors.joining("", "id,name,type,district_code,health_region,latitude,longitude\n", ""));
        var answer = client.send("POST", JOBS + "?source=" + source, "text/csv;charset=utf-8", csv);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        return JOBS + "/"
                + new ObjectMapper().readTree(answer.body()).path("id").asText();
    }

    private static JsonNode ask(ServiceClient client, String path) {
        try {
            return new ObjectMapper()
                    .readTree(client.send("GET", path, "application/json", "").body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The figures of the import, once its job is done. */
    private static JsonNode result(ServiceClient client, String job) {
        Eventually.until(
                "the job has ended",
                PATIENCE,
                () -> !ask(client, job).path("status").asText().equals("waiting"));
        var ended = ask(client, job);
        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("done");
        return ask(client, ended.path("result").asText()).path("counts");
    }

    /** How many versions of facilities of the list there are; none but a first one is as it should be. */
    private static long versions(Path data) {
        try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
            return database.jdbi()
                    .withHandle(
                            handle -> handle.createQuery("""
                                    SELECT count(*) FROM directory_entry_version
                                    WHERE content #>> '{source,list}' = 'crash-one'
                                    """).mapTo(Long.class).one());
        }
    }
}
