package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.BORDER;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.PRIVATE;
import static org.hms.registry.journey.TestPatients.bornAs;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is whom among the records fed, and how a person looks: golden record, members, evidence, history. */
@ExtendWith(SharedRegistry.class)
final class IdentityIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    @Test
    void twoSourcesOfOnePersonAreOnePersonWithAGoldenRecordMembersEvidenceAndHistory() {
        var first = Feeding.fed(
                admin, HIS, "view-1", "Ña Dominga | Bareiro Ullón | 1958-08-20 | F | 700123 | Petrona Ullón");
        var second = Feeding.fed(admin, IPS, "view-2", "Ña Dominga | Bareiro Ullon | 1958-08-20 | F | 700123");

        var answer = registry.get("/api/v1/persons/" + second, STEWARD);
        var person = RunningRegistry.json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(person.path("members")).hasSize(2);
        assertThat(person.path("golden").path("demographics").path("birth").toString())
                .contains("1958");
        assertThat(person.path("golden").path("provenance")).isNotEmpty().allSatisfy(value -> {
            assertThat(value.path("sourceRecord").asText()).startsWith("r-");
            assertThat(value.path("rule").asText()).startsWith("SURV-");
        });
        assertThat(person.path("evidence")).anySatisfy(pair -> {
            assertThat(pair.path("within").asBoolean()).isTrue();
            assertThat(pair.path("pair").path("score").path("weight").asDouble())
                    .isGreaterThan(8);
        });
        assertThat(person.path("history").path("stays")).hasSize(2);
    }

    @Test
    void whatTiesTwoRecordsIsExplainedAsDataInWordsAndDrawn() {
        var eid = Feeding.fed(
                admin, HIS, "why-1", "Ña Eusebia | Ovelar Cabral | 1961-07-14 | F | 712345 | Sinforiana Cabral");
        Feeding.fed(admin, IPS, "why-2", "Ña Eusebia | Obelar Cabral | 1961-07-14 | F | 712345");
        var pair = RunningRegistry.json(registry.get("/api/v1/persons/" + eid, STEWARD))
                .path("evidence")
                .path(0)
                .path("pair");
        var asked = "/api/v1/persons/" + eid + "/explanation?left="
                + pair.path("right").asText() + "&right=" + pair.path("left").asText();

        var data = RunningRegistry.json(registry.get(asked, STEWARD));
        var words = registry.get(asked + "&format=text", STEWARD);
        var drawing = registry.get(asked + "&format=svg&lang=en", STEWARD);

        assertThat(data.path("weight").asDouble())
                .isEqualTo(pair.path("score").path("weight").asDouble());
        assertThat(data.path("steps")).hasSameSizeAs(pair.path("score").path("parts"));
        assertThat(words.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(words.body())
                .contains("A favor:", "La fecha de nacimiento coincide (+")
                .doesNotContain("Cabral");
        assertThat(drawing.headers().firstValue("Content-Type")).hasValue("image/svg+xml;charset=utf-8");
        assertThat(drawing.body())
                .startsWith("<svg")
                .contains("The date of birth agrees")
                .doesNotContain("Cabral");
        assertThat(registry.get(asked + "&format=pdf", STEWARD).statusCode()).isEqualTo(400);
        assertThat(registry.get(asked + "x", STEWARD).statusCode()).isEqualTo(404);
    }

    @Test
    void twinsAreKeptApart() {
        var one = Feeding.eid(Feeding.feed(
                admin,
                bornAs(
                        1,
                        patient(
                                HIS,
                                "twin-1",
                                "Hugo | Ferreira Godoy | 2019-11-02 | M | - | Nilda Godoy | 0981333444"))));
        var other = Feeding.eid(Feeding.feed(
                admin,
                bornAs(
                        2,
                        patient(
                                HIS,
                                "twin-2",
                                "Iván | Ferreira Godoy | 2019-11-02 | M | - | Nilda Godoy | 0981333444"))));

        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void aChildUnderItsMothersCedulaIsNotItsMother() {
        var mother = Feeding.fed(admin, HIS, "mother-1", "Celsa Ramona | Insfrán Cabañas | 1988-04-17 | F | 4555666");
        var child = Feeding.fed(admin, IPS, "mother-2", "Thiago | Duarte Insfrán | 2016-09-09 | M | 4555666");

        assertThat(child).isNotEqualTo(mother);
    }

    @Test
    void aRevisionThatShowsAnotherPersonParts() {
        var first = Feeding.fed(admin, HIS, "part-1", "Eusebio | Villalba Recalde | 1979-01-22 | M | 2345111");
        var joined = Feeding.fed(admin, PRIVATE, "part-2", "Eusebio | Villalba Recalde | 1979-01-22 | M | 2345111");

        Feeding.fed(admin, PRIVATE, "part-2", "Rosalba | Chávez Mongelós | 1995-06-30 | F | 5999222");

        var now = List.of(person(HIS, "part-1"), person(PRIVATE, "part-2"));
        assertThat(joined).isEqualTo(first);
        assertThat(now).doesNotHaveDuplicates().contains(first);
        var parted = now.get(0).equals(first) ? now.get(1) : now.get(0);
        var history = RunningRegistry.json(registry.get("/api/v1/persons/" + first, STEWARD))
                .path("history");
        assertThat(history.path("stays")).hasSize(2);
        assertThat(history.path("passages")).anySatisfy(passage -> {
            assertThat(passage.path("kind").asText()).isEqualTo("SPLIT_INTO");
            assertThat(passage.path("to").asText()).isEqualTo(parted);
        });
    }

    @Test
    void twoPersonsWhomARecordShowsToBeOneAreMergedAndTheOldIdStillAnswers() {
        var one = Feeding.fed(admin, HIS, "merge-1", "Wilfrido | Arrúa Ledesma | 1969-12-12 | M | 1222333");
        var other = Feeding.fed(admin, IPS, "merge-2", "Wilfrido | Arrúa Ledesma | 1940 | M");
        var merged = Feeding.fed(admin, IPS, "merge-2", "Wilfrido | Arrúa Ledesma | 1969-12-12 | M | 1222333");
        var gone = merged.equals(one) ? other : one;

        var person = RunningRegistry.json(registry.get("/api/v1/persons/" + gone, STEWARD));
        var old = admin.read().resource(Patient.class).withId(gone).execute();

        assertThat(other).isNotEqualTo(one);
        assertThat(merged).isIn(one, other);
        assertThat(person.path("eid").asText()).isEqualTo(merged);
        assertThat(person.path("askedFor").asText()).isEqualTo(gone);
        assertThat(old.getActive()).isFalse();
        assertThat(old.getLinkFirstRep().getOther().getReference()).isEqualTo("Patient/" + merged);
    }

    @Test
    void sixteenSourcesAtOnceOpenOnePersonOnly() throws Exception {
        String[] given = {"José Gaspar", "Jose Gaspar", "José", "Jose Gaspar"};
        String[] family = {"Báez Cristaldo", "Baez Cristaldo", "Báez", "Baes Cristaldo"};
        String[] systems = {HIS, IPS, PRIVATE, BORDER};
        var together = new CyclicBarrier(16);
        var feeds = new ArrayList<Future<String>>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 16; i++) {
                var row = given[i % 4] + " | " + family[i / 4] + " | 1983-07-29 | M | 3777888";
                var one = patient(systems[i % 4], "together-" + i, row);
                var client = registry.client(new Caller("test-admin", Role.ADMIN));
                feeds.add(threads.submit(() -> {
                    together.await();
                    return Feeding.feed(client, one).getId().getIdPart();
                }));
            }
            for (var feed : feeds) {
                assertThat(feed.get()).startsWith("r-");
            }
        }

        var found = admin.search()
                .forResource(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(CEDULA, "3777888"))
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getEntry()).hasSize(1);
        var eids = new HashSet<String>();
        for (int i = 0; i < 16; i++) {
            eids.add(person(systems[i % 4], "together-" + i));
        }
        assertThat(eids).hasSize(1);
    }

    private static String person(String system, String number) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("""
                        SELECT m.eid FROM patient_record r JOIN membership m ON m.record_id = r.id AND m.to_change IS NULL
                        WHERE r.identifier_system = :system AND r.identifier_value = :number
                        """)
                        .bind("system", system)
                        .bind("number", number)
                        .mapTo(String.class)
                        .one());
    }
}
