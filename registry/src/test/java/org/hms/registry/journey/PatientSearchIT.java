package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mobile Patient Demographics Query: each parameter and modifier of ITI-78, as the profile and FHIR's search page word them. */
@ExtendWith(SharedRegistry.class)
final class PatientSearchIT {

    private static final Caller ADMIN = new Caller("test-admin", Role.ADMIN);
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    /** Restricts every question to the people of this test, who alone have such a mother. */
    private static final String HERE = "&mothersMaidenName=Zunilda%20Qantu";

    private static final Map<String, String> NAMES = new HashMap<>();

    private static RunningRegistry registry;
    private static IGenericClient client;

    @BeforeAll
    static void feed(RunningRegistry shared) {
        registry = shared;
        client = shared.client(ADMIN);
        var ana = patient(
                HIS, "srch-ana", "Ánä Belén | Núñez Ybáñez | 1974-03-19 | F | 6101001 | Zunilda Qantu | 0981 700-001");
        ana.addAddress()
                .addLine("Calle Palma 123")
                .setCity("Luque")
                .setState("Central")
                .setPostalCode("2060")
                .setCountry("PY");
        keep("ana", ana);
        var beto = patient(HIS, "srch-beto", "Beto | Nunes | 1974-11 | M | 6101002 | Zunilda Qantu | +595981700002");
        beto.addAddress()
                .setCity("Posadas")
                .setState("Misiones")
                .setPostalCode("N3300")
                .setCountry("AR");
        keep("beto", beto);
        var cira = patient(IPS, "srch-cira", "Cira | de la Cruz Mereles | 1990 | F | - | Zunilda Qantu | -");
        cira.addAddress()
                .addExtension(
                        "https://registry.hms.gov.py/fhir/StructureDefinition/ine-district", new CodeType("0701"));
        keep("cira", cira);
        keep("dora", patient(HIS, "srch-dora", "Dora Ana | O'Higgins | 2001-12-31 | - | - | Zunilda Qantu | -"));
    }

    private static void keep(String name, Patient patient) {
        NAMES.put(Feeding.eid(Feeding.feed(client, patient)), name);
    }

    private static HttpResponse<String> get(String query) {
        return registry.get("/fhir/Patient?" + query, ADMIN);
    }

    private static Bundle bundle(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return FHIR.newJsonParser().parseResource(Bundle.class, answer.body());
    }

    private static List<String> matches(Bundle bundle) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == Bundle.SearchEntryMode.MATCH)
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private static String named(Bundle bundle) {
        return matches(bundle).stream().map(NAMES::get).sorted().collect(Collectors.joining(" "));
    }

    private static String encoded(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return pair.substring(0, equals) + "="
                            + URLEncoder.encode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }

    /** Blank in the second column: nobody. */
    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(
            delimiter = '!',
            value = {
                "family=nunez ! ana",
                "family=NÚÑ ! ana beto",
                "family=nun ! ana beto",
                "family=ybanez ! ana",
                "family=Núñez Yb ! ana",
                "family=unez ! ''",
                "family=de la cruz ! cira",
                "family=cruz ! cira",
                "family=ohiggins ! dora",
                "family=nunez,cruz ! ana cira",
                "family=nunez&family=ybanez ! ana",
                "family=nunez&family=cruz ! ''",
                "family:exact=Núñez Ybáñez ! ana",
                "family:exact=Núñez ! ''",
                "family:exact=Nunez Ybanez ! ''",
                "family:exact=núñez ybáñez ! ''",
                "family:exact=O'Higgins ! dora",
                "family:contains=unE ! ana beto",
                "family:contains=ez yb ! ana",
                "family:contains=cruz mere ! cira",
                "family:contains=qqq ! ''",
                "given=ana ! ana dora",
                "given=bel ! ana",
                "given:exact=Ánä ! ana",
                "given:exact=Ana ! dora",
                "given:contains=elé ! ana",
                "name=ana ! ana dora",
                "name=cruz,beto ! beto cira",
                "identifier=https://registry.hms.gov.py/id/cedula|6101001 ! ana",
                "identifier=6101001 ! ana",
                "identifier=6101001,6101002 ! ana beto",
                "identifier=6101001&identifier=https://registry.hms.gov.py/id/source/mspbs-his|srch-ana ! ana",
                "identifier=6101001&identifier=6101002 ! ''",
                "identifier=|6101001 ! ''",
                "identifier=https://registry.hms.gov.py/id/passport|6101001 ! ''",
                "identifier=http://vigicanpy.gov.py/documentopaciente|6101001 ! ana",
                "identifier=https://registry.hms.gov.py/id/source/ips| ! cira",
                "telecom=0981700001 ! ana",
                "telecom=+595981700001 ! ana",
                "telecom=phone|0981-700-002 ! beto",
                "telecom=email|0981700002 ! ''",
                "phone=0981700002 ! beto",
                "birthdate=1974-03-19 ! ana",
                "birthdate=1974-11 ! beto",
                "birthdate=1974 ! ana beto",
                "birthdate=1974-11-05 ! ''",
                "birthdate=eq1990 ! cira",
                "birthdate=ne1974 ! cira dora",
                "birthdate=gt1974-03-19 ! beto cira dora",
                "birthdate=gt1974-11-15 ! beto cira dora",
                "birthdate=ge1974-03-19 ! ana beto cira dora",
                "birthdate=lt1974-03-19 ! ''",
                "birthdate=lt1974-11-15 ! ana beto",
                "birthdate=le1974-03-19 ! ana",
                "birthdate=sa1974-11-15 ! cira dora",
                "birthdate=eb1974-11-15 ! ana",
                "birthdate=ge1974&birthdate=lt1990 ! ana beto",
                "birthdate=1990,2001 ! cira dora",
                "birthdate=ap1975-06 ! ana beto",
                "address=calle pal ! ana",
                "address=palma ! ana",
                "address=posadas ! beto",
                "address:contains=alma ! ana",
                "address:exact=Calle Palma 123 ! ana",
                "address:exact=calle palma 123 ! ''",
                "address-city=luq ! ana",
                "address-city:exact=Luque ! ana",
                "address-city:exact=luque ! ''",
                "address-city=encarnación ! cira",
                "address-city:contains=osada ! beto",
                "address-country=ar ! beto",
                "address-country:exact=PY ! ana cira",
                "address-postalcode=20 ! ana",
                "address-postalcode:exact=N3300 ! beto",
                "address-state=central ! ana",
                "address-state=itap ! cira",
                "address-state:exact=Misiones ! beto",
                "gender=female ! ana cira",
                "gender=http://hl7.org/fhir/administrative-gender|male ! beto",
                "gender=unknown ! dora",
                "gender=male,unknown ! beto dora",
                "family=nun&gender=male ! beto",
                "birthdate=1974-03-19&family=nunez ! ana",
                "birthdate=1974-03-19&family=nunes ! ''",
                "active=true ! ana beto cira dora",
                "active=false ! ''",
                "_lastUpdated=gt2020-01-01 ! ana beto cira dora",
                "_lastUpdated=lt2020-01-01 ! ''",
                "mothersMaidenName=qantu ! ana beto cira dora",
                "mothersMaidenName:exact=Zunilda Qantu ! ana beto cira dora",
                "mothersMaidenName:exact=zunilda qantu ! ''",
                "mothersMaidenName:contains=ilda qa ! ana beto cira dora"
            })
    void eachParameterFindsWhomItDescribesByGetAndByPost(String query, String expected) {
        var byGet = bundle(get(encoded(query) + HERE));
        var byPost = bundle(registry.send(registry.request("/fhir/Patient/_search", ADMIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(query) + HERE))));

        assertThat(named(byGet)).isEqualTo(expected);
        assertThat(byGet.getTotal()).isEqualTo(matches(byGet).size());
        assertThat(matches(byPost)).isEqualTo(matches(byGet));
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

    /** ITI-78 case 2: identifiers of other domains are eliminated. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",https://registry.hms.gov.py/id/passport|"})
    void onlyIdentifiersOfTheDomainsAskedForComeBack(String more) {
        var known = more.isEmpty()
                || registry.get("/fhir/Patient?" + encoded("identifier=" + more.substring(1)), ADMIN)
                                .statusCode()
                        == 200;
        var wanted = CEDULA + "|" + (known ? more : "");
        var found = bundle(get(encoded("family=nunez&identifier=" + wanted) + HERE));

        assertThat(named(found)).isEqualTo("ana");
        var patient = (Patient) found.getEntryFirstRep().getResource();
        assertThat(patient.getIdentifier()).isNotEmpty().allMatch(one -> CEDULA.equals(one.getSystem()));
    }

    /** ITI-78 case 4: 404 is preferred, with a warning. */
    @Test
    void aDomainThatNobodyKnowsIsRefusedAsTheProfilePrefers() {
        var answer = get(encoded("family=nunez&identifier=urn:oid:1.2.3.4.5.6.7|"));
        var outcome = FHIR.newJsonParser()
                .parseResource(OperationOutcome.class, answer.body())
                .getIssueFirstRep();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(outcome.getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.WARNING);
        assertThat(outcome.getCode()).isEqualTo(OperationOutcome.IssueType.NOTFOUND);
        assertThat(outcome.getDiagnostics()).isEqualTo("targetSystem not found");
    }

    @ParameterizedTest(name = "{0} is refused with {1} {2}")
    @CsvSource(
            delimiter = '!',
            value = {
                "family=nunez&_format=text/csv ! 406 ! not-supported",
                "gender=weiblich ! 400 ! invalid",
                "active=maybe ! 400 ! invalid",
                "birthdate=1974-13 ! 400 ! invalid",
                "birthdate=1974-03-19T10:00:00Z ! 400 ! invalid",
                "birthdate=yesterday ! 400 ! invalid",
                "family:soundslike=nunez ! 400 ! invalid",
                "_lastUpdated=now ! 400 ! invalid",
                "colour=blue ! 400 ! required"
            })
    void whatCannotBeUnderstoodIsRefused(String query, int status, String code) {
        var answer = get(encoded(query));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(FHIR.newJsonParser()
                        .parseResource(OperationOutcome.class, answer.body())
                        .getIssueFirstRep()
                        .getCode()
                        .toCode())
                .isEqualTo(code);
    }

    @Test
    void anUnknownParameterIsIgnoredAndMissingFromTheSelfLinkUnlessHandlingIsStrict() {
        var lenient = bundle(get("family=nunez&colour=blue" + HERE));
        var strict = registry.send(registry.request("/fhir/Patient?family=nunez&colour=blue", ADMIN)
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
            var page = bundle(registry.get(next, ADMIN));
            assertThat(page.getTotal()).isEqualTo(3);
            assertThat(page.getEntry()).hasSize(1);
            ids.addAll(matches(page));
            var link = page.getLink("next");
            next = link == null ? null : link.getUrl().substring(link.getUrl().indexOf("/fhir/"));
        }
        var whole = matches(bundle(registry.get(url.replace("_count=1", "_count=50"), ADMIN)));

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
        registry.database()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO person_word (field, word) SELECT 'f', 'zzq' || i FROM generate_series(1, 2001) i"));

        var answer = get("family:contains=zzq");
        registry.database().useHandle(handle -> handle.execute("DELETE FROM person_word WHERE word LIKE 'zzq%'"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("too-costly");
    }

    @Test
    void everySearchIsAudited() {
        var eid = Objects.requireNonNull(
                matches(bundle(get("family=nunez" + HERE))).getFirst());
        var audited = registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT action FROM audit_entry WHERE subject_ids @> ARRAY[:eid]::text[] ORDER BY id DESC LIMIT 1")
                        .bind("eid", eid)
                        .mapTo(String.class)
                        .one());

        assertThat(audited).isEqualTo("search");
    }
}
