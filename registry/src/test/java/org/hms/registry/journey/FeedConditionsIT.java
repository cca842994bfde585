package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.refused;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.PRIVATE;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Feeds under conditions and keys, and many at once: each is carried out once, or not at all. */
@ExtendWith(SharedRegistry.class)
final class FeedConditionsIT {

    private static final int CLIENTS = 16;

    private static FeedFixture feed;

    @BeforeAll
    static void start(RunningRegistry shared) {
        feed = new FeedFixture(shared);
    }

    @Test
    void aRevisionOfAnotherVersionIsRefused() {
        var row = "Hilaria | Centurión Maidana | 1959-09-29 | F";
        feed.put(patient(HIS, "match-1", row));

        var second = feed.put(patient(HIS, "match-1", row + " | - | - | 0981111222"), "If-Match", "W/\"1\"");
        var stale = feed.put(patient(HIS, "match-1", row + " | - | - | 0981111333"), "If-Match", "W/\"1\"");
        var either = feed.put(patient(HIS, "match-1", row + " | - | - | 0981111444"), "If-Match", "\"1\", W/\"2\"");
        var any = feed.put(patient(HIS, "match-1", row + " | - | - | 0981111555"), "If-Match", "*");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("ETag")).contains("W/\"2\"");
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
        assertThat(either.headers().firstValue("ETag")).contains("W/\"3\"");
        assertThat(any.headers().firstValue("ETag")).contains("W/\"4\"");
        assertThat(feed.versionsOf(HIS, "match-1")).isEqualTo(4);
    }

    @Test
    void aConditionOnARecordThatIsNotThereIsNotMetAndOneOnItsAbsenceIs() {
        var one = patient(HIS, "match-2", "Jacinta | Doldán Ferreira | 1961-01-21 | F");

        assertThat(feed.put(one, "If-Match", "*").statusCode()).isEqualTo(412);
        assertThat(feed.put(one, "If-Match", "W/\"1\"").statusCode()).isEqualTo(412);
        refused(feed.put(one, "If-Match", "three"), 400, "If-Match");
        refused(feed.put(one, "If-None-Match", "W/\"1\""), 400, "If-None-Match");
        assertThat(feed.put(one, "If-None-Match", "*").statusCode()).isEqualTo(201);
        assertThat(feed.put(one, "If-None-Match", "*").statusCode()).isEqualTo(412);
    }

    @Test
    void aConditionalCreateGivesTheRecordThatIsThere() {
        var one = patient(HIS, "create-1", "Leocadia | Monges Arce | 1972-02-22 | F");
        var other = patient(HIS, "create-1", "Leocadia | Monges Arce | 1973-02-22 | F");
        var condition = new String[] {"If-None-Exist", "identifier=" + HIS + "|create-1"};

        var created = feed.post(ADMIN, "/fhir/Patient", one, condition);
        var again = feed.post(ADMIN, "/fhir/Patient", other, condition);

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(again.body()).contains("1972-02-22");
        assertThat(feed.post(ADMIN, "/fhir/Patient", one).statusCode()).isEqualTo(412);
        assertThat(feed.versionsOf(HIS, "create-1")).isEqualTo(1);
    }

    @Test
    void aRequestUnderItsKeyIsCarriedOutOnceAndAnsweredAlike() {
        var row = "Maximina | Ojeda Riveros | 1947-07-17 | F";
        var first = feed.put(patient(HIS, "key-1", row), "Idempotency-Key", "k-1");
        feed.put(patient(HIS, "key-1", row + " | - | - | 0982000111"));

        var again = feed.put(patient(HIS, "key-1", row), "Idempotency-Key", "k-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(feed.versionsOf(HIS, "key-1"))
                .as("it was not carried out again")
                .isEqualTo(2);
    }

    @Test
    void aKeyStandsForOneRequestOfOneCaller() {
        var row = "Nicanora | Penayo Servín | 1938-08-18 | F";
        feed.put(patient(HIS, "key-2", row), "Idempotency-Key", "k-2");

        refused(feed.put(patient(HIS, "key-2", row + " | 123456"), "Idempotency-Key", "k-2"), 422, "Idempotency-Key");
        refused(feed.put(patient(HIS, "key-3", row), "Idempotency-Key", "k-2"), 422, "Idempotency-Key");
        refused(feed.put(patient(HIS, "key-2", row), "Idempotency-Key", "k 2"), 400, "Idempotency-Key");
        var his = RunningRegistry.source("mspbs-his");
        var others = feed.put(his, patient(HIS, "key-4", row), "Idempotency-Key", "k-2");
        assertThat(others.statusCode()).as("another caller's key is another").isEqualTo(201);
    }

    @Test
    void whatWasRefusedMayBeMendedUnderTheSameKey() {
        var row = "Obdulia | Resquín Toledo | 1929-09-19 | F";
        var stale = feed.put(patient(HIS, "key-5", row), "Idempotency-Key", "k-5", "If-Match", "W/\"9\"");

        var mended = feed.put(patient(HIS, "key-5", row), "Idempotency-Key", "k-5");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(mended.statusCode()).isEqualTo(201);
    }

    @Test
    void aKeyIsForgottenAfterItsTime() {
        var row = "Petrona | Estigarribia Núñez | 1950-10-20 | F";
        feed.put(patient(HIS, "key-6", row), "Idempotency-Key", "k-6");
        feed.registry()
                .database()
                .useHandle(handle ->
                        handle.execute("UPDATE idempotency_key SET at = at - interval '25 hours' WHERE key = 'k-6'"));

        var later = feed.put(patient(HIS, "key-6", row), "Idempotency-Key", "k-6");

        assertThat(later.statusCode())
                .as("carried out anew, with nothing new in it")
                .isEqualTo(200);
    }

    @Test
    void theSameKeyFromSixteenClientsAtOnceIsCarriedOutOnce() throws Exception {
        var answers = atOnce(i ->
                feed.put(patient(HIS, "key-7", "Ramona | Ayala Britos | 1981-11-21 | F"), "Idempotency-Key", "k-7"));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        assertThat(feed.versionsOf(HIS, "key-7")).isEqualTo(1);
    }

    @Test
    void oneRecordFromSixteenClientsAtOnceIsOneRecord() throws Exception {
        var answers = atOnce(i -> feed.put(patient(HIS, "many-1", "Salustiana | Godoy Espínola | 1963-03-13 | F")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(feed.versionsOf(HIS, "many-1")).isEqualTo(1);
    }

    @Test
    void onePersonFromSixteenClientsOfAllSourcesIsOnePerson() throws Exception {
        var systems = List.of(HIS, IPS, PRIVATE, TestPatients.BORDER);

        for (int round = 0; round < 5; round++) {
            int person = round;
            var names = List.of("Tomasa", "Ursulina", "Victoriana", "Wilfrida", "Ysabel");
            var row = names.get(person) + " | Villagra Zarza | 19" + (31 + person) + "-04-24 | F | 20000" + person;
            var answers = atOnce(i -> feed.put(patient(systems.get(i % 4), "all-" + person + "-" + i, row)));
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            var persons = new HashSet<String>();
            for (int i = 0; i < CLIENTS; i++) {
                persons.add(feed.personOf(systems.get(i % 4), "all-" + person + "-" + i));
            }
            assertThat(persons).as("round %d", round).hasSize(1);
        }
    }

    @Test
    void ofSixteenWhoReviseOneVersionOneSucceeds() throws Exception {
        feed.put(patient(HIS, "race-1", "Zoila | Bernal Amarilla | 1940-05-15 | F"));

        var answers = atOnce(i -> feed.put(
                patient(HIS, "race-1", "Zoila | Bernal Amarilla | 1940-05-15 | F | - | - | 09830000" + (10 + i)),
                "If-Match",
                "W/\"1\""));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 412))
                .hasSize(CLIENTS - 1);
        assertThat(feed.versionsOf(HIS, "race-1")).isEqualTo(2);
    }

    @Test
    void aKeyDoesNotOpenADoor() {
        var reader = new Caller("test-reader", Role.READER);
        var one = patient(HIS, "door-1", "Delfina | Cáceres Ibarra | 1986-06-26 | F");

        assertThat(feed.put(reader, one, "Idempotency-Key", "k-9").statusCode()).isEqualTo(403);
    }

    private static List<HttpResponse<String>> atOnce(IntFunction<HttpResponse<String>> request) throws Exception {
        var start = new CyclicBarrier(CLIENTS);
        var answers = new ArrayList<Future<HttpResponse<String>>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<HttpResponse<String>> task = () -> {
                    start.await();
                    return request.apply(client);
                };
                answers.add(clients.submit(task));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }
}
