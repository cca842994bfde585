package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.SearchedPeople.ADMIN;
import static org.hms.registry.journey.SearchedPeople.FHIR;
import static org.hms.registry.journey.SearchedPeople.HERE;
import static org.hms.registry.journey.SearchedPeople.bundle;
import static org.hms.registry.journey.SearchedPeople.encoded;
import static org.hms.registry.journey.SearchedPeople.get;
import static org.hms.registry.journey.SearchedPeople.matches;
import static org.hms.registry.journey.SearchedPeople.named;
import static org.hms.registry.journey.SearchedPeople.registry;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpRequest.BodyPublishers;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mobile Patient Demographics Query: each parameter and modifier of ITI-78, as the profile and FHIR's search page word them. */
@ExtendWith(SharedRegistry.class)
final class PatientSearchIT {

    @BeforeAll
    static void feed(RunningRegistry shared) {
        SearchedPeople.feed(shared);
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
                "birthdate=1974-11-01 ! ''",
                "birthdate=1990-01 ! ''",
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
        var byPost = bundle(registry()
                .send(registry()
                        .request("/fhir/Patient/_search", ADMIN)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encoded(query) + HERE))));

        assertThat(named(byGet)).isEqualTo(expected);
        assertThat(byGet.getTotal()).isEqualTo(matches(byGet).size());
        assertThat(matches(byPost)).isEqualTo(matches(byGet));
    }

    /** ITI-78 case 2: identifiers of other domains are eliminated. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",https://registry.hms.gov.py/id/passport|"})
    void onlyIdentifiersOfTheDomainsAskedForComeBack(String more) {
        var known = more.isEmpty()
                || registry()
                                .get("/fhir/Patient?" + encoded("identifier=" + more.substring(1)), ADMIN)
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
}
