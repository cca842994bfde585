package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.CommandLines;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.job.remote.SyntheticBodies;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.seed.people.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the registry has acknowledged it keeps, once, whatever happens to its process or to its index. */
final class CrashIT {

    private static final int RECORDS = 2_000;
    private static final int SENDERS = 16;
    private static final int KILLED_AFTER = 700;
    private static final long SEED = 41;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path home;

    /** What the service answered to a record. */
    private record Acknowledged(int status, String recordId, int version) {}

    @Test
    void whatWasAcknowledgedSurvivesAKillAndTheLossOfTheIndex() throws Exception {
        var data = home.resolve("data");
        var bodies = bodies();

        var before = new ConcurrentHashMap<RecordKey, Acknowledged>();
        try (var service = ServiceProcess.startOn(data)) {
            feedUntilKilled(service, bodies, before);
        }
        assertThat(before.size()).isBetween(KILLED_AFTER, RECORDS - 1);

        var after = new ConcurrentHashMap<RecordKey, Acknowledged>();
        Map<RecordKey, List<String>> answers;
        try (var service = ServiceProcess.startOn(data)) {
            everyAcknowledgedRecordIsThereOnce(data, before);
            feed(service, bodies, after);
            allRecordsAreThereOnceAndNothingWasDoubled(data, before, after);
            answers = matches(service, bodies);
            service.stop();
        }
        theIndexEqualsTheDatabase();

        delete(data.resolve("index"));
        try (var service = ServiceProcess.startOn(data)) {
            assertThat(matches(service, bodies)).isEqualTo(answers);
            service.stop();
        }
        theIndexEqualsTheDatabase();
    }

    private static Map<RecordKey, String> bodies() {
        var bodies = new LinkedHashMap<RecordKey, String>();
        try (var people = Population.of(SEED, RECORDS).records()) {
            people.forEach(record -> bodies.put(SyntheticPeople.keyOf(record, SEED), SyntheticBodies.of(record, SEED)));
        }
        assertThat(bodies).hasSize(RECORDS);
        return bodies;
    }

    private ServiceClient client(ServiceProcess service) {
        var tokens = TokenService.withKeyIn(home.resolve("data/keys"));
        return new ServiceClient(service.uri(), tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1)));
    }

    private void feedUntilKilled(
            ServiceProcess service, Map<RecordKey, String> bodies, Map<RecordKey, Acknowledged> acknowledged)
            throws InterruptedException {
        try (var killer = Executors.newSingleThreadExecutor()) {
            var killed = killer.submit(() -> {
                Eventually.until(
                        "enough records are in", Duration.ofMinutes(2), () -> acknowledged.size() >= KILLED_AFTER);
                service.kill();
                return null;
            });
            feed(service, bodies, acknowledged);
            assertThat(killed).succeedsWithin(Duration.ofMinutes(1));
        }
    }

    /** Sends all with several senders at once; a sender stops when nobody answers any more. */
    private void feed(ServiceProcess service, Map<RecordKey, String> bodies, Map<RecordKey, Acknowledged> acknowledged)
            throws InterruptedException {
        var queue = List.copyOf(bodies.entrySet());
        var next = new AtomicInteger();
        try (var client = client(service);
                var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.submit(() -> {
                    for (int i = next.getAndIncrement(); i < queue.size(); i = next.getAndIncrement()) {
                        var key = queue.get(i).getKey();
                        acknowledged.put(key, send(client, key, queue.get(i).getValue()));
                    }
                    return null;
                });
            }
        }
    }

    private static Acknowledged send(ServiceClient client, RecordKey key, String body) throws Exception {
        var path = "/fhir/Patient?identifier=" + ServiceClient.encode(key.system() + "|" + key.value());
        var answer = client.send("PUT", path, "application/fhir+json", body);
        var stored = JSON.readTree(answer.body());
        return new Acknowledged(
                answer.status(),
                stored.path("id").asText(),
                stored.path("meta").path("versionId").asInt());
    }

    /** A stored record: how many versions of it there are, the newest, and how many persons it belongs to now. */
    private record Stored(String recordId, int version, long versions, long persons) {}

    private static Map<RecordKey, Stored> stored(Path data) {
        var stored = new HashMap<RecordKey, Stored>();
        try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
            database.jdbi()
                    .useHandle(handle -> handle
                            .createQuery("""
                            SELECT r.id, r.identifier_system, r.identifier_value, r.version,
                                   (SELECT count(*) FROM patient_record_version v WHERE v.record_id = r.id) AS versions,
                                   (SELECT count(*) FROM membership m WHERE m.record_id = r.id AND m.to_change IS NULL)
                                       AS persons
                            FROM patient_record r
                            """)
                            .map((row, context) -> stored.put(
                                    new RecordKey(
                                            row.getString("identifier_system"), row.getString("identifier_value")),
                                    new Stored(
                                            row.getString("id"),
                                            row.getInt("version"),
                                            row.getLong("versions"),
                                            row.getLong("persons"))))
                            .stream()
                            .forEach(former -> assertThat(former).isNull()));
        }
        return stored;
    }

    private static void everyAcknowledgedRecordIsThereOnce(Path data, Map<RecordKey, Acknowledged> acknowledged) {
        var stored = stored(data);
        acknowledged.forEach((key, said) -> {
            assertThat(said.status()).isEqualTo(201);
            assertThat(stored.get(key)).isEqualTo(new Stored(said.recordId(), said.version(), 1, 1));
        });
        // What was stored but not acknowledged any more: at most one group and what each sender had under way.
        assertThat(stored.size() - acknowledged.size()).isBetween(0, SENDERS);
    }

    private static void allRecordsAreThereOnceAndNothingWasDoubled(
            Path data, Map<RecordKey, Acknowledged> before, Map<RecordKey, Acknowledged> after) {
        var stored = stored(data);
        assertThat(after).hasSize(RECORDS);
        assertThat(stored).hasSize(RECORDS);
        after.forEach((key, said) -> assertThat(stored.get(key)).isEqualTo(new Stored(said.recordId(), 1, 1, 1)));
        before.forEach((key, said) ->
                assertThat(after.get(key)).isEqualTo(new Acknowledged(200, said.recordId(), said.version())));
    }

    /** Who is found for a hundred of the records, with score and grade. */
    private Map<RecordKey, List<String>> matches(ServiceProcess service, Map<RecordKey, String> bodies)
            throws Exception {
        var matches = new LinkedHashMap<RecordKey, List<String>>();
        try (var client = client(service)) {
            for (var record : bodies.entrySet().stream().limit(100).toList()) {
                var answer = client.send("POST", "/fhir/Patient/$match", "application/fhir+json", record.getValue());
                assertThat(answer.status()).isEqualTo(200);
                var found = new ArrayList<String>();
                for (JsonNode entry : JSON.readTree(answer.body()).path("entry")) {
                    // Each start listens elsewhere.
                    var why = entry.path("search").toString().replaceAll("http://[^/]+/", "/");
                    found.add(entry.path("resource").path("id").asText() + " " + why);
                }
                assertThat(found).isNotEmpty();
                matches.put(record.getKey(), found);
            }
        }
        return matches;
    }

    private void theIndexEqualsTheDatabase() throws IOException {
        var out = new StringWriter();
        int code = CommandLines.create()
                .setOut(new PrintWriter(out, true))
                .execute(
                        "reindex",
                        "--dry-run",
                        "--json",
                        "-c",
                        home.resolve("registry.yml").toString());
        assertThat(JSON.readTree(out.toString()))
                .isEqualTo(JSON.readTree("{\"missing\":0,\"superfluous\":0,\"different\":0}"));
        assertThat(code).isZero();
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
