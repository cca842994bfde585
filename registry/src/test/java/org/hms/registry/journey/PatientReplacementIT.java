package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.FeedFixture.ADMIN;
import static org.hms.registry.journey.FeedFixture.parse;
import static org.hms.registry.journey.FeedFixture.refused;
import static org.hms.registry.journey.FeedFixture.replaced;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source resolves its duplicates and removes its records by its own word, and takes its word back (ITI-104). */
@ExtendWith(SharedRegistry.class)
final class PatientReplacementIT {

    private static final String ONE = "Fulgencia | Barboza Insfrán | 1951-08-19 | F";
    private static final String TWO = "Teodolina | Caballero Fretes | 1987-02-11 | F";

    private static FeedFixture feed;

    @BeforeAll
    static void start(RunningRegistry shared) {
        feed = new FeedFixture(shared);
    }

    @Test
    void aReplacedRecordIsOnePersonWithTheOneInItsPlaceUntilItsSourceTakesThatBack() {
        feed.put(patient(HIS, "dup-1", ONE));
        feed.put(patient(HIS, "dup-2", TWO));
        feed.put(patient(IPS, "dup-3", TWO));
        assertThat(feed.personOf(HIS, "dup-1")).isNotEqualTo(feed.personOf(HIS, "dup-2"));
        var survivor = feed.personOf(HIS, "dup-2");

        var answer = feed.put(replaced(patient(HIS, "dup-1", ONE), HIS, "dup-2"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(feed.personOf(HIS, "dup-1")).isEqualTo(survivor);
        assertThat(feed.personOf(HIS, "dup-2")).isEqualTo(survivor);
        assertThat(feed.personOf(IPS, "dup-3"))
                .as("is not driven out by the record that came in")
                .isEqualTo(survivor);
        assertThat(persons(HIS, "dup-1")).as("the old number leads nowhere").isZero();
        var person = parse(Patient.class, feed.registry().get("/fhir/Patient/" + survivor, ADMIN));
        assertThat(person.getNameFirstRep().getFamily())
                .as("nothing of the replaced record")
                .isEqualTo("Caballero Fretes");

        feed.put(patient(HIS, "dup-1", ONE));

        assertThat(feed.personOf(HIS, "dup-1")).isNotEqualTo(survivor);
        assertThat(feed.personOf(HIS, "dup-2")).isEqualTo(survivor);
        assertThat(feed.personOf(IPS, "dup-3")).isEqualTo(survivor);
        assertThat(feed.versionsOf(HIS, "dup-1")).isEqualTo(3);
    }

    private static int persons(String system, String number) {
        var found = feed.registry().get("/fhir/Patient?identifier=" + FeedFixture.token(system, number), ADMIN);
        return parse(Bundle.class, found).getTotal();
    }

    @Test
    void whoComesLaterAndIsLikeTheSurvivorJoinsItDespiteTheReplacedRecord() {
        feed.put(patient(HIS, "later-1", "Wenceslao | Ovelar Melgarejo | 1933-01-05 | M"));
        feed.put(patient(HIS, "later-2", "Quintina | Aguayo Duarte | 1990-11-23 | F"));
        feed.put(replaced(patient(HIS, "later-1", "Wenceslao | Ovelar Melgarejo | 1933-01-05 | M"), HIS, "later-2"));

        feed.put(patient(IPS, "later-3", "Quintina | Aguayo Duarte | 1990-11-23 | F"));

        assertThat(feed.personOf(IPS, "later-3")).isEqualTo(feed.personOf(HIS, "later-2"));
        assertThat(feed.personOf(HIS, "later-1")).isEqualTo(feed.personOf(HIS, "later-2"));
    }

    @Test
    void aStewardsWordThatTheyAreTwoOutweighsTheSource() {
        var one = feed.put(patient(HIS, "steward-1", "Abelardo | Samudio Leiva | 1944-04-04 | M"));
        var two = feed.put(patient(HIS, "steward-2", "Rufina | Montiel Cabrera | 1999-09-09 | F"));
        var ids = Stream.of(one, two)
                .map(answer -> parse(Patient.class, answer).getIdElement().getIdPart())
                .sorted()
                .toList();
        feed.registry()
                .database()
                .useHandle(handle -> handle.createUpdate("""
                        INSERT INTO decision (left_record, right_record, kind, decided_by, reason, decided_at)
                        VALUES (:left, :right, 'CANNOT_LINK', 'test-steward', 'seen both', now())
                        """)
                        .bind("left", ids.getFirst())
                        .bind("right", ids.getLast())
                        .execute());

        var answer = feed.put(
                replaced(patient(HIS, "steward-1", "Abelardo | Samudio Leiva | 1944-04-04 | M"), HIS, "steward-2"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(feed.personOf(HIS, "steward-1")).isNotEqualTo(feed.personOf(HIS, "steward-2"));
    }

    @Test
    void ourIdAndAConditionalReferenceNameTheOtherRecordToo() {
        var survivor = parse(Patient.class, feed.put(patient(HIS, "ref-1", "Bonifacia | Ruiz Diaz | 1970-07-07 | F")));
        var byId = linked("ref-2", "Patient/" + survivor.getIdElement().getIdPart());
        var byCriteria = linked("ref-3", "Patient?identifier=" + HIS + "|ref-1");
        feed.put(patient(HIS, "ref-2", "Zunilda | Paredes Vallejos | 1930-03-03 | F"));

        assertThat(feed.put(byId).statusCode()).isEqualTo(200);
        assertThat(feed.put(byCriteria).statusCode()).isEqualTo(201);
        assertThat(feed.personOf(HIS, "ref-2")).isEqualTo(feed.personOf(HIS, "ref-1"));
        assertThat(feed.personOf(HIS, "ref-3")).isEqualTo(feed.personOf(HIS, "ref-1"));
    }

    private static Patient linked(String number, String reference) {
        var patient = patient(HIS, number, "Zunilda | Paredes Vallejos | 1930-03-03 | F");
        patient.setActive(false);
        patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(reference));
        return patient;
    }

    @Test
    void whatCannotReplaceIsRefusedAndLeavesNoTrace() {
        feed.put(patient(HIS, "no-1", "Casilda | Rotela Mora | 1966-06-06 | F"));
        feed.put(patient(IPS, "no-2", "Dionisio | Segovia Paiva | 1955-05-05 | M"));
        feed.put(patient(HIS, "no-3", "Eulalia | Trinidad Vera | 1944-12-12 | F"));
        feed.put(replaced(patient(HIS, "no-3", "Eulalia | Trinidad Vera | 1944-12-12 | F"), HIS, "no-1"));
        long before = feed.changes();

        refused(toReplaceNo1(HIS, "nobody"), 422, "Patient.link");
        refused(toReplaceNo1(IPS, "no-2"), 422, "Patient.link");
        refused(toReplaceNo1(HIS, "no-1"), 422, "Patient.link");
        refused(toReplaceNo1(HIS, "no-3"), 422, "Patient.link");
        var active = replaced(patient(HIS, "no-1", "Casilda | Rotela Mora | 1966-06-06 | F"), HIS, "no-3");
        refused(feed.put(active.setActive(true)), 422, "Patient.active");
        var twice = replaced(patient(HIS, "no-1", "Casilda | Rotela Mora | 1966-06-06 | F"), HIS, "no-3");
        refused(feed.put(replaced(twice, HIS, "no-2")), 422, "Patient.link");

        assertThat(feed.changes()).isEqualTo(before);
    }

    private static HttpResponse<String> toReplaceNo1(String system, String number) {
        return feed.put(replaced(patient(HIS, "no-1", "Casilda | Rotela Mora | 1966-06-06 | F"), system, number));
    }

    @Test
    void aRemovedRecordStaysButLeadsNobodyAnywhere() {
        var his = RunningRegistry.source("mspbs-his");
        var fed = feed.put(his, patient(HIS, "rem-1", "Gervasio | Ortigoza Báez | 1978-10-10 | M | 1876501"));
        feed.put(patient(IPS, "rem-2", "Gervasio | Ortigoza Báez | 1978-10-10 | M | 1876501"));
        var id = parse(Patient.class, fed).getIdElement().getIdPart();

        var removed = feed.delete(his, HIS, "rem-1");

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(feed.versionsOf(HIS, "rem-1")).isEqualTo(2);
        assertThat(feed.auditOf(id)).contains("create", "delete");
        var record = parse(Patient.class, feed.registry().get("/fhir/Patient/" + id, his));
        assertThat(record.getActive()).isFalse();
        assertThat(record.getNameFirstRep().getFamily()).isEqualTo("Ortigoza Báez");
        assertThat(persons(HIS, "rem-1")).isZero();
        var known = feed.registry()
                .get("/fhir/Patient/$ihe-pix?sourceIdentifier=" + FeedFixture.token(IPS, "rem-2"), ADMIN);
        assertThat(known.body()).doesNotContain("rem-1").contains("1876501");
        assertThat(feed.delete(his, HIS, "rem-1").statusCode()).as("once more").isEqualTo(204);
        assertThat(feed.versionsOf(HIS, "rem-1")).isEqualTo(2);

        assertThat(feed.put(his, patient(HIS, "rem-1", "Gervasio | Ortigoza Báez | 1978-10-10 | M | 1876501"))
                        .statusCode())
                .as("and back again")
                .isEqualTo(200);
        assertThat(persons(HIS, "rem-1")).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownOrNotOnesOwnIsNotRemoved() {
        feed.put(patient(HIS, "rem-9", "Isidora | Quiñónez Ríos | 1988-08-08 | F"));

        refused(feed.delete(ADMIN, HIS, "rem-nobody"), 404, "identifier");
        assertThat(feed.delete(RunningRegistry.source("ips"), HIS, "rem-9").statusCode())
                .isEqualTo(403);
        assertThat(feed.delete(ADMIN, "urn:oid:9.9.9", "1").statusCode()).isEqualTo(400);
        assertThat(feed.delete(ADMIN, HIS, "rem-9", "If-Match", "W/\"7\"").statusCode())
                .isEqualTo(412);
        assertThat(feed.registry()
                        .send(feed.registry().request("/fhir/Patient", ADMIN).DELETE())
                        .statusCode())
                .as("without criteria")
                .isEqualTo(412);
        assertThat(feed.versionsOf(HIS, "rem-9")).isEqualTo(1);
        assertThat(feed.delete(ADMIN, HIS, "rem-9", "If-Match", "W/\"1\"").statusCode())
                .isEqualTo(204);
    }
}
