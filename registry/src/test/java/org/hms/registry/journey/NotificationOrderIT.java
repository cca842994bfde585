package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.Subscribing.IDENTITY;
import static org.hms.registry.journey.Subscribing.PATIENT;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is fed and however receivers fail: each event arrives, in order, and who applies them knows what the registry knows. */
@ExtendWith(SharedRegistry.class)
final class NotificationOrderIT {

    private static final int RECORDS = 9;
    private static final int OPERATIONS = 60;
    private static final List<String> SOURCES = List.of(TestPatients.HIS, TestPatients.IPS, TestPatients.PRIVATE);
    private static final List<String> PEOPLE = List.of(
            "Aniceta | Villalba Rotela | 1951-01-05 | F | 71%05d1 | Juana Rotela",
            "Baldomero | Espínola Cubas | 1962-02-15 | M | 72%05d2 | Inés Cubas",
            "Cesarina | Quintana Meza | 1973-03-25 | F | 73%05d3 | Olga Meza",
            "Dionisio | Recalde Amarilla | 1984-04-06 | M | 74%05d4 | Petra Amarilla",
            "Eufemia | Sanabria Lugo | 1995-05-16 | F | 75%05d5 | Rita Lugo");

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyEventArrivesOnceInOrderAndWhoAppliesThemKnowsWhatTheRegistryKnows(long seed) throws IOException {
        long since = lastChange();
        var mortal = Receiver.start();
        try (var byId = Receiver.start();
                var whole = Receiver.start()) {
            var identity = Subscribing.active(admin, few(2, Subscribing.hook(IDENTITY, "id-only", byId.endpoint())));
            var patient =
                    Subscribing.active(admin, few(7, Subscribing.hook(PATIENT, "full-resource", whole.endpoint())));
            var empty = Subscribing.active(admin, Subscribing.hook(PATIENT, "empty", mortal.endpoint()));
            byId.answering(moody(seed));
            whole.answering(moody(seed + 1));

            feed(seed, 0, OPERATIONS / 3);
            awaitDelivered(empty);
            int port = mortal.port();
            mortal.close();
            feed(seed, OPERATIONS / 3, 2 * OPERATIONS / 3);
            try (var heir = Receiver.startAgain(port)) {
                feed(seed, 2 * OPERATIONS / 3, OPERATIONS);
                askAgainWhatWasGivenUp(empty);
                List.of(identity, patient, empty).forEach(NotificationOrderIT::awaitDelivered);

                requireAll(byId.told(), true, since);
                requireAll(whole.told(), false, since);
                var numbers = new ArrayList<>(mortal.told());
                numbers.addAll(heir.told());
                assertThat(numbers).extracting(Receiver.Told::number).containsExactlyElementsOf(upTo(numbers.size()));
                assertThat(numbers).hasSameSizeAs(whole.told());
                requireSameAsRegistry(replica(whole));
            }
            assertThat(byId.received())
                    .hasSizeGreaterThan(byId.taken("event-notification").size() + 1);
            List.of(identity, patient, empty).forEach(id -> Subscribing.delete(admin, id));
        }
    }

    /** Whoever was dead for too long is asked for anew, as a subscriber does that finds itself in error. */
    private static void askAgainWhatWasGivenUp(String id) {
        var subscription = Subscribing.read(admin, id);
        if (subscription.getStatus() == SubscriptionStatus.ERROR) {
            admin.update()
                    .resource(subscription.setStatus(SubscriptionStatus.REQUESTED))
                    .execute();
        }
    }

    private static Subscription few(int count, Subscription subscription) {
        subscription.getChannel().addExtension(Subscribing.PROFILES + "backport-max-count", new PositiveIntType(count));
        return subscription;
    }

    /** Fails three times of ten, in a way of its own each time. */
    private static Function<String, Integer> moody(long seed) {
        var random = new Random(seed);
        return body -> {
            synchronized (random) {
                return random.nextInt(10) < 3 ? List.of(500, 503, 404, 302).get(random.nextInt(4)) : 200;
            }
        };
    }

    /** Records that say now one person, now another: persons are opened, joined, parted and ended. */
    private static void feed(long seed, int from, int to) {
        for (int i = from; i < to; i++) {
            var random = new Random(seed * 1_000 + i);
            var source = SOURCES.get(random.nextInt(SOURCES.size()));
            var number = "order-" + seed + "-" + random.nextInt(RECORDS);
            var row = PEOPLE.get(random.nextInt(PEOPLE.size())).formatted(seed);
            var fed = TestPatients.patient(source, number, row);
            Feeding.feed(admin, fed.setActive(random.nextInt(12) > 0));
        }
    }

    private static void requireAll(List<Receiver.Told> told, boolean identityOnly, long since) {
        assertThat(told).extracting(Receiver.Told::number).containsExactlyElementsOf(upTo(told.size()));
        assertThat(told).extracting(Receiver.Told::timestamp).isSorted();
        var counted =
                told.stream().collect(Collectors.groupingBy(Receiver.Told::focus, TreeMap::new, Collectors.counting()));
        assertThat(counted).isEqualTo(truth(identityOnly, since)).isNotEmpty();
    }

    private static List<Long> upTo(int count) {
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /** How often each person was touched, asked of the tables and not of the code under test. */
    private static Map<String, Long> truth(boolean identityOnly, long since) {
        var truth = new TreeMap<String, Long>();
        registry.database()
                .useHandle(handle -> handle.createQuery("""
                        SELECT eid, count(*) AS times FROM (
                            SELECT DISTINCT c.at, t.eid FROM (
                                SELECT number AS change, subject_id AS eid FROM change
                                WHERE subject_type = 'Person' AND NOT :identityOnly
                                UNION SELECT from_change, eid FROM membership
                                UNION SELECT to_change, eid FROM membership WHERE to_change IS NOT NULL
                            ) t JOIN change c ON c.number = t.change WHERE t.change > :since
                        ) touched GROUP BY eid
                        """)
                        .bind("identityOnly", identityOnly)
                        .bind("since", since)
                        .map((row, context) -> truth.put(row.getString("eid"), row.getLong("times")))
                        .forEach(former -> {}));
        return truth;
    }

    private static Map<String, Patient> replica(Receiver receiver) {
        var replica = new HashMap<String, Patient>();
        receiver.taken("event-notification")
                .forEach(notice -> notice.bundle().getEntry().stream()
                        .skip(1)
                        .map(entry -> (Patient) entry.getResource())
                        .forEach(patient -> replica.put(patient.getIdPart(), patient)));
        return replica;
    }

    private static void requireSameAsRegistry(Map<String, Patient> replica) {
        assertThat(replica).isNotEmpty();
        replica.forEach((eid, patient) -> {
            var now = admin.read().resource(Patient.class).withId(eid).execute();
            assertThat(patient.getActive()).as(eid).isEqualTo(now.getActive());
            assertThat(links(patient)).as(eid).isEqualTo(links(now));
            assertThat(patient.getIdentifier()).hasSameSizeAs(now.getIdentifier());
        });
    }

    private static TreeSet<String> links(Patient patient) {
        return patient.getLink().stream()
                .map(link -> link.getType() + " " + link.getOther().getReference())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void awaitDelivered(String id) {
        long last = lastChange();
        Eventually.until(
                "all is delivered",
                Duration.ofSeconds(60),
                () -> registry.database()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT scanned_to >= :last AND delivered = events FROM subscription WHERE id = :id")
                                .bind("last", last)
                                .bind("id", id)
                                .mapTo(Boolean.class)
                                .one()));
    }

    private static long lastChange() {
        return registry.database()
                .withHandle(handle -> handle.createQuery("SELECT last FROM change_counter")
                        .mapTo(Long.class)
                        .one());
    }
}
