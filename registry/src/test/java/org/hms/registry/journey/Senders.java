package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.job.remote.ServiceClient.ServiceUnreachable;
import org.hms.registry.job.remote.SyntheticBodies;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;
import org.jspecify.annotations.Nullable;

/**
 * Senders who say something new of their records again and again, and who know what they were told. What was not answered they
 * say once more, as clients should; so nothing may be lost and nothing doubled.
 */
final class Senders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FHIR = "application/fhir+json";
    private static final int SENDERS = 8;
    private static final long SEED = 43;
    private static final String PLACE = "0981000000";

    private final Path data;
    private final List<Told> records = new ArrayList<>();
    private final AtomicInteger words = new AtomicInteger(100_000);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    /** What a sender knows of one of its records; used by one thread at a time. */
    private static final class Told {
        private final RecordKey key;
        private final String body;
        private int version;
        private int word;
        private @Nullable Integer unanswered;

        Told(SyntheticRecord record) {
            key = SyntheticPeople.keyOf(record, SEED);
            var patient = FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(Patient.class, SyntheticBodies.of(record, SEED));
            patient.setTelecom(null)
                    .addTelecom()
                    .setSystem(ContactPointSystem.PHONE)
                    .setValue(PLACE);
            body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patient);
        }

        static String phone(int word) {
            return "0985" + word;
        }
    }

    Senders(Path data, int count) {
        this.data = data;
        try (var people = Population.of(SEED, count).records()) {
            people.forEach(record -> records.add(new Told(record)));
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Answers that no outage excuses. */
    Queue<String> wrong() {
        return wrong;
    }

    void end() {
        ended = true;
    }

    /** Sends until {@link #end}, or until nobody answers any more. */
    void sendTo(URI service) throws InterruptedException {
        ended = false;
        var tokens = TokenService.withKeyIn(data.resolve("keys"));
        var token = tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1));
        try (var client = new ServiceClient(service, token);
                var threads = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                int first = sender;
                threads.submit(() -> {
                    try {
                        for (int i = first; !ended; i = i + SENDERS < records.size() ? i + SENDERS : first) {
                            send(client, records.get(i));
                        }
                    } catch (Exception e) {
                        wrong.add(e.toString());
                    }
                });
            }
        }
    }

    private void send(ServiceClient client, Told told) throws Exception {
        int word = told.unanswered == null ? words.incrementAndGet() : told.unanswered;
        told.unanswered = word;
        var path = "/fhir/Patient?identifier=" + ServiceClient.encode(told.key.system() + "|" + told.key.value());
        ServiceClient.Answer answer;
        try {
            answer = client.send("PUT", path, FHIR, told.body.replace(PLACE, Told.phone(word)));
        } catch (ServiceUnreachable e) {
            ended = true;
            return;
        }
        if (answer.ok()) {
            int version =
                    JSON.readTree(answer.body()).path("meta").path("versionId").asInt();
            if (version != told.version + 1) {
                wrong.add("version " + version + " after " + told.version);
            }
            told.version = version;
            told.word = word;
            told.unanswered = null;
            acknowledged.incrementAndGet();
        } else if (answer.status() != 503 && answer.status() != 507) {
            wrong.add(answer.status() + " " + answer.body());
        }
    }

    /** A stored record: its newest version, how many there are, its newest content, how many persons it belongs to. */
    private record Stored(int version, int versions, String content, int persons) {}

    /** All that was acknowledged is there, once; what was not answered is there once or not at all. */
    void requireEverythingKept() {
        try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
            database.jdbi().useHandle(handle -> {
                for (var told : records) {
                    var stored = handle.createQuery("""
                            SELECT r.version, v.content,
                                (SELECT count(*) FROM patient_record_version w WHERE w.record_id = r.id) AS versions,
                                (SELECT count(*) FROM membership m WHERE m.record_id = r.id AND m.to_change IS NULL) AS persons
                            FROM patient_record r
                            JOIN patient_record_version v ON v.record_id = r.id AND v.version = r.version
                            WHERE r.identifier_system = :system AND r.identifier_value = :value
                            """)
                            .bind("system", told.key.system())
                            .bind("value", told.key.value())
                            .map((row, context) -> new Stored(
                                    row.getInt("version"),
                                    row.getInt("versions"),
                                    row.getString("content"),
                                    row.getInt("persons")))
                            .findOne()
                            .orElse(null);
                    require(told, stored);
                }
            });
        }
    }

    private static void require(Told told, @Nullable Stored stored) {
        if (stored == null) {
            assertThat(told.version)
                    .as("acknowledged version of a record that is not there")
                    .isZero();
            return;
        }
        var unanswered = told.unanswered;
        boolean further = unanswered != null && stored.content().contains(Told.phone(unanswered));
        assertThat(stored.version()).isEqualTo(told.version + (further ? 1 : 0));
        assertThat(stored.versions()).isEqualTo(stored.version());
        assertThat(stored.persons()).isEqualTo(1);
        if (!further) {
            assertThat(stored.content()).contains(Told.phone(told.word));
        }
    }

    /** What was acknowledged can be found: {@code $match} by each record's own words gives a certain match. */
    void requireFound(ServiceProcess service, int some) throws Exception {
        var tokens = TokenService.withKeyIn(data.resolve("keys"));
        try (var client =
                new ServiceClient(service.uri(), tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1)))) {
            for (var told :
                    records.stream().filter(one -> one.version > 0).limit(some).toList()) {
                var body = told.body.replace(PLACE, Told.phone(told.word));
                var answer = client.send("POST", "/fhir/Patient/$match", FHIR, body);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(JSON.readTree(answer.body()).path("entry").size()).isPositive();
            }
        }
    }
}
