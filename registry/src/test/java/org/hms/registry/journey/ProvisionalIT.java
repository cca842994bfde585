package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.patient.Provisional;
import org.hms.registry.patient.Provisional.State;
import org.hms.registry.patient.Provisional.Term;
import org.hms.registry.quality.store.JdbiPersonMarks;
import org.hms.registry.quality.store.JdbiProvisionalList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Identities without a document are shown as provisional, expire into a work list, and are settled by a document. */
@ExtendWith(SharedRegistry.class)
final class ProvisionalIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);
    private static final String EXTENSION = "https://registry.hms.gov.py/fhir/StructureDefinition/provisional-identity";
    private static final Term TERM = new Term(Period.ofMonths(6), Duration.ofDays(30));

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    @Test
    void aChildOfTheIpsIsProvisionalUntilADocumentArrives() {
        var eid = Feeding.fed(admin, IPS, "prov-1", "Thiago | Mareco Ayala | 2024-02-02 | M | - | Dora Ayala");

        assertThat(mark(eid).path("state").asText()).isEqualTo("CURRENT");
        var patient = admin.read().resource(Patient.class).withId(eid).execute();
        assertThat(patient.getExtensionByUrl(EXTENSION)
                        .getExtensionByUrl("state")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("current");
        assertThat(patient.getMeta().getTag()).extracting("code").contains("provisional");

        Feeding.fed(admin, HIS, "prov-2", "Thiago | Mareco Ayala | 2024-02-02 | M | 7345128 | Dora Ayala");
        var settled =
                Feeding.fed(admin, IPS, "prov-1", "Thiago | Mareco Ayala | 2024-02-02 | M | 7345128 | Dora Ayala");

        assertThat(mark(settled).isMissingNode() || mark(settled).isNull()).isTrue();
        assertThat(admin.read()
                        .resource(Patient.class)
                        .withId(settled)
                        .execute()
                        .getExtensionByUrl(EXTENSION))
                .isNull();
    }

    @Test
    void anIdentityWhoseTermIsOverWaitsInTheWorkListOfItsOwnerAndIsNotDeleted() {
        var eid = Feeding.fed(admin, IPS, "prov-3", "RN | Jara Brítez | 2026-02-03 | F | - | Nélida Brítez");
        assertThat(eids("expired", STEWARD)).doesNotContain(eid);

        receivedFirst("prov-3", Instant.now().minus(Duration.ofDays(200)));

        assertThat(eids("expired", STEWARD)).contains(eid);
        assertThat(eids("expired", RunningRegistry.source("ips"))).contains(eid);
        assertThat(eids("expired", RunningRegistry.source("private-net"))).doesNotContain(eid);
        assertThat(mark(eid).path("state").asText()).isEqualTo("EXPIRED");
        assertThat(registry.get("/api/v1/persons/" + eid, STEWARD).statusCode()).isEqualTo(200);
        assertThat(registry.get("/api/v1/provisional?state=gone", STEWARD).statusCode())
                .isEqualTo(400);
        assertThat(registry.get("/api/v1/provisional?source=ips", RunningRegistry.source("private-net"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(registry.get("/api/v1/provisional", new Caller("c", Role.CODER))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theWorkListAndTheReadingSayTheSameAtEveryMomentWithAndWithoutASweep() {
        var eid = Feeding.fed(admin, IPS, "prov-4", "Abigaíl | Cuenca Leiva | 2025-05-06 | F | - | Rosa Leiva");
        // The last of August plus six months is the last of February: months are not all alike.
        var since = Instant.parse("2025-08-31T10:00:00Z");
        receivedFirst("prov-4", since);
        var end = since.atOffset(ZoneOffset.UTC).plusMonths(6).toInstant();
        var moments = new ArrayList<Instant>();
        for (var edge : List.of(end, end.minus(TERM.warning()))) {
            moments.addAll(List.of(edge.minusMillis(1), edge, edge.plusMillis(1)));
        }
        moments.add(since);

        for (var moment : moments) {
            var clock = (InstantSource) () -> moment;
            var list = new JdbiProvisionalList(registry.database(), TERM, clock);
            var read = state(list, eid);
            assertThat(listed(list, eid)).as("at %s", moment).containsExactly(read);
            list.sweep();
            assertThat(listed(list, eid)).as("after a sweep at %s", moment).containsExactly(read);
            assertThat(state(list, eid)).isEqualTo(read);
        }
        var noticed = registry.database()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM provisional_notice WHERE eid = :eid")
                        .bind("eid", eid)
                        .mapTo(Integer.class)
                        .one());
        assertThat(noticed).isEqualTo(1);
    }

    private static State state(JdbiProvisionalList list, String eid) {
        Provisional provisional =
                new JdbiPersonMarks(registry.database(), list).of(eid).provisional();
        return provisional.state();
    }

    private static List<State> listed(JdbiProvisionalList list, String eid) {
        return List.of(State.values()).stream()
                .filter(state -> list.list(state, null, 500, 0).items().stream()
                        .anyMatch(entry ->
                                entry.eid().equals(eid) && entry.provisional().state() == state))
                .toList();
    }

    private static JsonNode mark(String eid) {
        return RunningRegistry.json(registry.get("/api/v1/persons/" + eid, STEWARD))
                .path("mark")
                .path("provisional");
    }

    private static List<String> eids(String state, Caller caller) {
        var answer = registry.get("/api/v1/provisional?limit=500&state=" + state, caller);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer).path("persons").findValuesAsText("eid");
    }

    /** As if the first version had come then. */
    private static void receivedFirst(String number, Instant at) {
        registry.database()
                .useHandle(handle -> handle.createUpdate("""
                        UPDATE record_quality SET first_received = :at WHERE record_id IN (
                            SELECT id FROM patient_record WHERE identifier_value = :number)
                        """)
                        .bind("at", at)
                        .bind("number", number)
                        .execute());
    }
}
