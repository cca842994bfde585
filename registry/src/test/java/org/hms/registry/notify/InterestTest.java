package org.hms.registry.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.hms.registry.patient.IdentifierSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Criteria as the backport and as ITI-94 write them. */
final class InterestTest {

    @Test
    void aTopicIsNarrowedByItsFilters() {
        var interest = Interest.parse(
                Topic.PATIENT_IDENTITY_CHANGE.url(),
                List.of("Patient?_id=Patient/EID1", "Patient?identifier=http%3A%2F%2Fvigicanpy.gov.py%2Fpasaporte%7C"));

        assertThat(interest.namesTopic()).isTrue();
        assertThat(interest.topic()).isEqualTo(Topic.PATIENT_IDENTITY_CHANGE);
        assertThat(interest.conditions())
                .containsExactly(
                        new Filter.OfPerson("EID1"), new Filter.WithIdentifier(IdentifierSystems.PASSPORT, null));
    }

    @Test
    void theCriteriaOfIti94AreAllUnderstood() {
        assertThat(Interest.parse("Patient", List.of()).conditions()).isEmpty();
        assertThat(Interest.parse("Patient?_id=X", List.of()).conditions()).containsExactly(new Filter.OfPerson("X"));
        assertThat(Interest.parse("Patient?organization=Organization/ips", List.of())
                        .conditions())
                .containsExactly(new Filter.OfOrganization("ips"));
        assertThat(Interest.parse("Patient?identifier=urn:a|7", List.of()).conditions())
                .containsExactly(new Filter.WithIdentifier("urn:a", "7"));
        assertThat(Interest.parse("Patient?identifier=7", List.of()).conditions())
                .containsExactly(new Filter.WithIdentifier(null, "7"));
        assertThat(Interest.parse("Patient", List.of()).topic()).isEqualTo(Topic.PATIENT_CHANGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "patient",
                "Patient?",
                "Patient?name=x",
                "Patient?_id=",
                "Patient?identifier=|7",
                "Patient?_id=%zz",
                "Observation?patient=1",
                "https://registry.hms.gov.py/fhir/SubscriptionTopic/other"
            })
    void whatCannotBeHonouredIsRefused(String criteria) {
        assertThatIllegalArgumentException().isThrownBy(() -> Interest.parse(criteria, List.of()));
    }
}
