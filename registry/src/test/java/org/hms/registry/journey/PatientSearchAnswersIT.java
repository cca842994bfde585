package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.SearchedPeople.ADMIN;
import static org.hms.registry.journey.SearchedPeople.FHIR;
import static org.hms.registry.journey.SearchedPeople.HERE;
import static org.hms.registry.journey.SearchedPeople.NAMES;
import static org.hms.registry.journey.SearchedPeople.bundle;
import static org.hms.registry.journey.SearchedPeople.get;
import static org.hms.registry.journey.SearchedPeople.matches;
import static org.hms.registry.journey.SearchedPeople.named;
import static org.hms.registry.journey.SearchedPeople.registry;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search answers: pages, order, measure, ids that were merged, and the trail it leaves. */
@ExtendWith(SharedRegistry.class)
final class PatientSearchAnswersIT {

    private static IGenericClient client;

    @BeforeAll
    static void feed(RunningRegistry shared) {
        SearchedPeople.feed(shared);
        client = shared.client(ADMIN);
    }

    @Test
    void theWholeAnswerIsASearchsetWithFullUrls() {
        var found = bundle(get("family=nunez" + HERE));

        assertThat(found.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(found.getEntryFirstRep().getFullUrl())
                .contains("/fhir/Patient/" + matches(found).getFirst());
        var patient = (Patient) found.getEntryFirstRep().getResource();
        assertThat(patient.getActive()).isTrue();
        assertThat(patient.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("Zunilda Qantu");
        assertThat(patient.getAddressFirstRep().getPostalCode()).isEqualTo("2060");
    }

    @Test
    void anUnknownParameterIsIgnoredAndMissingFromTheSelfLinkUnlessHandlingIsStrict() {
        var lenient = bundle(get("family=nunez&colour=blue" + HERE));
        var strict = registry()
                .send(registry()
                        .request("/fhir/Patient?family=nunez&colour=blue", ADMIN)
                        .header("Prefer", "handling=strict")
                        .GET());

        assertThat(named(lenient)).isEqualTo("ana");
        assertThat(lenient.getLink("self").getUrl()).contains("family=nunez").doesNotContain("colour");
        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.body()).contains("colour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_id", "-_id", "birthdate", "-birthdate", "family", "-given", "_lastUpdated", "-_lastUpdated"})
    void pagesFollowOneAnotherInTheOrderAskedFor(String order) {
        var ids = new ArrayList<String>();
        var url = "/fhir/Patient?family:contains=e&_count=1&_sort=" + order + HERE;
        var next = url;
        while (next != null) {
            var page = bundle(registry().get(next, ADMIN));
            assertThat(page.getTotal()).isEqualTo(3);
            assertThat(page.getEntry()).hasSize(1);
            ids.addAll(matches(page));
            var link = page.getLink("next");
            next = link == null ? null : link.getUrl().substring(link.getUrl().indexOf("/fhir/"));
        }
        var whole = matches(bundle(registry().get(url.replace("_count=1", "_count=50"), ADMIN)));

        assertThat(ids).hasSize(3).doesNotHaveDuplicates().isEqualTo(whole);
        if (order.equals("_id")) {
            assertThat(ids).isSorted();
        }
        if (order.equals("birthdate")) {
            assertThat(ids.stream().map(NAMES::get)).containsExactly("ana", "beto", "cira");
        }
        if (order.equals("-given")) {
            assertThat(ids.stream().map(NAMES::get)).containsExactly("cira", "beto", "ana");
        }
    }

    @Test
    void aCountOfZeroGivesTheTotalAlone() {
        var counted = bundle(get("family=nun&_count=0" + HERE));

        assertThat(counted.getTotal()).isEqualTo(2);
        assertThat(counted.getEntry()).isEmpty();
    }

    @Test
    void theClientFindsByIdAndReadsWhatItFound() {
        var eid = NAMES.keySet().iterator().next();
        var found = client.search()
                .forResource(Patient.class)
                .where(Patient.RES_ID.exactly().code(eid))
                .returnBundle(Bundle.class)
                .execute();
        var read = client.read().resource(Patient.class).withId(eid).execute();

        assertThat(found.getEntry()).hasSize(1);
        assertThat(FHIR.newJsonParser()
                        .encodeResourceToString(found.getEntryFirstRep().getResource()))
                .isEqualTo(FHIR.newJsonParser().encodeResourceToString(read));
    }

    @Test
    void elementsAndSummaryNarrowWhatIsSaid() {
        var elements = (Patient) bundle(get("family=nunez&_elements=birthDate" + HERE))
                .getEntryFirstRep()
                .getResource();
        var counted = bundle(get("family=nunez&_summary=count" + HERE));

        assertThat(elements.hasBirthDate()).isTrue();
        assertThat(elements.hasName()).isFalse();
        assertThat(counted.getTotal()).isEqualTo(1);
        assertThat(counted.getEntry()).isEmpty();
    }

    /** ITI-78 case 6: the merged one is inactive, linked to its heir, and the heir is in the bundle. */
    @Test
    void anIdThatWasMergedIsFoundByItselfWithItsHeir() {
        var first = Feeding.fed(client, HIS, "srch-old-1", "Eulogia | Paniagua Rivas | 1955-05-05 | F | 6102001");
        var second = Feeding.fed(client, IPS, "srch-old-2", "Eulogia | Paniagua Rivas | 1931 | F");
        var third = Feeding.fed(client, IPS, "srch-old-2", "Eulogia | Paniagua Rivas | 1955-05-05 | F | 6102001");
        var eids = new TreeSet<>(List.of(first, second));
        eids.remove(third);
        assertThat(eids).as("one of two was merged").hasSize(1);
        var old = eids.first();

        var found = bundle(get("_id=" + old));

        assertThat(matches(found)).containsExactly(old);
        var former = (Patient) found.getEntry().getFirst().getResource();
        assertThat(former.getActive()).isFalse();
        assertThat(former.getLinkFirstRep().getType()).isEqualTo(Patient.LinkType.REPLACEDBY);
        assertThat(former.getLinkFirstRep().getOther().getReference()).isEqualTo("Patient/" + third);
        assertThat(found.getEntry().get(1).getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.INCLUDE);
        assertThat(found.getEntry().get(1).getResource().getIdElement().getIdPart())
                .isEqualTo(third);
        assertThat(matches(bundle(get("_id=" + old + "&active=true")))).isEmpty();
        assertThat(matches(bundle(get("active=false&_count=500")))).contains(old);
        assertThat(matches(bundle(get("identifier=" + "6102001")))).containsExactly(third);
        assertThat(matches(bundle(get("family=paniagua&birthdate=1955-05-05")))).containsExactly(third);
    }

    @Test
    void aPartThatThousandsOfWordsContainIsTooMuchAsked() {
        registry()
                .database()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO person_word (field, word) SELECT 'f', 'zzq' || i FROM generate_series(1,"
                                + " 2001) i"));

        var answer = get("family:contains=zzq");
        registry().database().useHandle(handle -> handle.execute("DELETE FROM person_word WHERE word LIKE 'zzq%'"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("too-costly");
    }

    @Test
    void everySearchIsAudited() {
        var eid = Objects.requireNonNull(
                matches(bundle(get("family=nunez" + HERE))).getFirst());
        var audited = registry()
                .database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT action FROM audit_entry WHERE subject_ids @> ARRAY[:eid]::text[] ORDER BY id"
                                        + " DESC LIMIT 1")
                        .bind("eid", eid)
                        .mapTo(String.class)
                        .one());

        assertThat(audited).isEqualTo("search");
    }
}
