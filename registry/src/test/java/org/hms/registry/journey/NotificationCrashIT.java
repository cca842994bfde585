package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.access.TokenService;
import org.hms.registry.job.SyntheticPeople;
import org.hms.registry.job.remote.ServiceClient;
import org.hms.registry.job.remote.SyntheticBodies;
import org.hms.registry.store.Database;
import org.hms.registry.store.DatabaseSettings;
import org.hms.seed.people.Population;
import org.hms.seed.people.SyntheticRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notifications go on exactly where they stood when the service was killed in the midst of sending them. */
final class NotificationCrashIT {

    private static final int RECORDS = 400;
    private static final int SENDERS = 8;
    private static final int KILLS = 2;
    private static final int KILLED_AFTER = 60;
    private static final long SEED = 43;
    private static final String FHIR = "application/fhir+json";

    @TempDir
    private Path home;

    @Test
    void noEventIsLostOrOvertakenWhenTheServiceIsKilledInTheMidstOfSending() throws Exception {
        var data = home.resolve("data");
        List<SyntheticRecord> people;
        try (var population = Population.of(SEED, RECORDS).records()) {
            people = population.toList();
        }
        try (var receiver = Receiver.start()) {
            for (int kill = 0; kill < KILLS; kill++) {
                try (var service = ServiceProcess.startOn(data)) {
                    if (kill == 0) {
                        subscribe(service, receiver);
                    }
                    feedUntilKilled(service, receiver, people);
                }
            }
            try (var service = ServiceProcess.startOn(data)) {
                feed(service, people);
                Eventually.until("all is delivered", Duration.ofMinutes(2), () -> delivered(data));
                requireEachInOrder(receiver, events(data));
                service.stop();
            }
        }
    }

    private ServiceClient client(ServiceProcess service) {
        var tokens = TokenService.withKeyIn(home.resolve("data/keys"));
        return new ServiceClient(service.uri(), tokens.mint(new Caller("test", Role.ADMIN), Duration.ofHours(1)));
    }

    private void subscribe(ServiceProcess service, Receiver receiver) throws Exception {
        var wanted = Subscribing.hook(Subscribing.PATIENT, "id-only", receiver.endpoint());
        wanted.getChannel().addExtension(Subscribing.PROFILES + "backport-max-count", new PositiveIntType(2));
        var body = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(wanted);
        try (var client = client(service)) {
            var answer = client.send("POST", "/fhir/Subscription", FHIR, body);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(new ObjectMapper().readTree(answer.body()).path("status").asText())
                    .isEqualTo("requested");
        }
    }

    private void feedUntilKilled(ServiceProcess service, Receiver receiver, List<SyntheticRecord> people)
            throws InterruptedException {
        int before = receiver.received().size();
        try (var killer = Executors.newSingleThreadExecutor()) {
            var killed = killer.submit(() -> {
                Eventually.until(
                        "some are told",
                        Duration.ofMinutes(2),
                        () -> receiver.received().size() >= before + KILLED_AFTER);
                service.kill();
                return null;
            });
            feed(service, people);
            assertThat(killed).succeedsWithin(Duration.ofMinutes(2));
        }
    }

    /** A sender stops when nobody answers any more. */
    private void feed(ServiceProcess service, List<SyntheticRecord> people) throws InterruptedException {
        var next = new AtomicInteger();
        try (var client = client(service);
                var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.submit(() -> {
                    for (int i = next.getAndIncrement(); i < people.size(); i = next.getAndIncrement()) {
                        var key = SyntheticPeople.keyOf(people.get(i), SEED);
                        var path = "/fhir/Patient?identifier=" + ServiceClient.encode(key.system() + "|" + key.value());
                        client.send("PUT", path, FHIR, SyntheticBodies.of(people.get(i), SEED));
                    }
                    return null;
                });
            }
        }
    }

    private static void requireEachInOrder(Receiver receiver, long events) {
        long known = 0;
        long repeated = 0;
        for (var told : receiver.told()) {
            assertThat(told.number()).isLessThanOrEqualTo(known + 1);
            repeated += told.number() <= known ? 1 : 0;
            known = Math.max(known, told.number());
        }
        assertThat(known).isEqualTo(events).isGreaterThan(KILLED_AFTER);
        // What was under way at a kill may come twice: at most one notification of two events each time.
        assertThat(repeated).isLessThanOrEqualTo(KILLS * 2L);
    }

    private static boolean delivered(Path data) {
        return query(data, """
                SELECT count(*) FROM subscription s, change_counter c
                WHERE s.scanned_to >= c.last AND s.delivered = s.events AND s.events > 0
                """) == 1;
    }

    /** How many there had to be, by the tables: one for each person and transaction. */
    private static long events(Path data) {
        return query(data, """
                SELECT count(*) FROM (
                    SELECT DISTINCT c.at, t.eid FROM (
                        SELECT number AS change, subject_id AS eid FROM change WHERE subject_type = 'Person'
                        UNION SELECT from_change, eid FROM membership
                        UNION SELECT to_change, eid FROM membership WHERE to_change IS NOT NULL
                    ) t JOIN change c ON c.number = t.change
                ) touched
                """);
    }

    private static long query(Path data, String sql) {
        try (var database = Database.join(DatabaseSettings.EMBEDDED, data)) {
            return database.jdbi()
                    .withHandle(
                            handle -> handle.createQuery(sql).mapTo(Long.class).one());
        }
    }
}
