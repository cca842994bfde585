package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilitySeed;
import org.hms.registry.territory.DirectoryName;
import org.hms.registry.territory.DirectoryName.Part;
import org.hms.registry.territory.DirectoryType;
import org.junit.jupiter.api.Test;

final class ProviderSeedTest {

    @Test
    void everyRoleIsOfAKnownProfessionalAtAKnownFacility() {
        var practitioners =
                ProviderSeed.practitioners().stream().map(Practitioner::id).collect(Collectors.toSet());
        var facilities = FacilitySeed.facilities().stream().map(Facility::id).collect(Collectors.toSet());

        assertThat(ProviderSeed.roles()).isNotEmpty().allSatisfy(role -> {
            assertThat(practitioners).contains(role.practitioner());
            assertThat(facilities).contains(role.facility());
        });
    }

    @Test
    void theSameSeedMakesTheSameProfessionals() {
        assertThat(ProviderSeed.practitioners()).isEqualTo(ProviderSeed.practitioners());
        assertThat(ProviderSeed.roles()).isEqualTo(ProviderSeed.roles()).doesNotHaveDuplicates();
    }

    @Test
    void everyoneIsMarkedAsInventedAndHoldsALicence() {
        assertThat(ProviderSeed.practitioners()).hasSize(60).allSatisfy(practitioner -> {
            assertThat(practitioner.source().invented()).isTrue();
            assertThat(practitioner.licences()).hasSize(1);
            assertThat(practitioner.languages()).isNotEmpty();
        });
    }

    @Test
    void aProfessionalIsFoundByEachPartOfTheName() {
        var name = new PractitionerName(List.of("Ana", "María"), List.of("Benítez", "Vera"));

        assertThat(name.searched())
                .containsExactly(
                        new DirectoryName(Part.WHOLE, "Ana María Benítez Vera"),
                        new DirectoryName(Part.GIVEN, "Ana"),
                        new DirectoryName(Part.GIVEN, "María"),
                        new DirectoryName(Part.FAMILY, "Benítez Vera"),
                        new DirectoryName(Part.FAMILY, "Benítez"),
                        new DirectoryName(Part.FAMILY, "Vera"));
    }

    @Test
    void aRoleIsActiveFromItsFirstDayToItsLast() {
        var role = new PractitionerRole("r-1", "p-1", "f-1", null, new DirectoryType("s", "1", "Uno"), day(1), day(10));

        assertThat(role.isActiveOn(day(1))).isTrue();
        assertThat(role.isActiveOn(day(10))).isTrue();
        assertThat(role.isActiveOn(day(11))).isFalse();
        assertThat(role.isActiveOn(day(1).minusDays(1))).isFalse();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 5, day);
    }
}
