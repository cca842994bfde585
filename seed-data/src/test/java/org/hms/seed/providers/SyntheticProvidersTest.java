package org.hms.seed.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.hms.seed.FacilityRow;
import org.hms.seed.LanguageRow;
import org.hms.seed.SeedData;
import org.hms.seed.SpecialtyRow;
import org.junit.jupiter.api.Test;

class SyntheticProvidersTest {

    @Test
    void theSameSeedMakesTheSameProfessionals() {
        assertThat(SyntheticProviders.of(7)).hasSize(60).isEqualTo(SyntheticProviders.of(7));
        assertThat(SyntheticProviders.of(8)).isNotEqualTo(SyntheticProviders.of(7));
    }

    @Test
    void rolesAreAtFacilitiesThatShip() {
        var facilities = SeedData.facilities().stream().map(FacilityRow::seedId).collect(Collectors.toSet());

        assertThat(SyntheticProviders.of(7))
                .allSatisfy(person -> assertThat(person.roles())
                        .hasSizeBetween(1, 3)
                        .allMatch(role -> facilities.contains(role.facilitySeedId())));
    }

    @Test
    void specialtiesAndLanguagesAreListed() {
        var specialties =
                SeedData.specialties().stream().map(SpecialtyRow::code).toList();
        var languages = SeedData.languages().stream().map(LanguageRow::tag).toList();

        assertThat(SyntheticProviders.of(7))
                .allMatch(person -> specialties.contains(person.specialtyCode()))
                .allMatch(person -> languages.containsAll(person.languages()))
                .anyMatch(person -> person.languages().contains("gn"));
    }

    @Test
    void someLicencesHaveExpiredAndNoneIsNumberedTwice() {
        var people = SyntheticProviders.of(7);

        assertThat(people.stream().map(person -> person.licence().number()).distinct())
                .hasSize(60);
        assertThat(people)
                .anyMatch(person -> person.licence().validTo().isBefore(SyntheticProviders.TODAY))
                .anyMatch(person -> person.licence().validTo().isAfter(SyntheticProviders.TODAY))
                .allMatch(person ->
                        person.licence().validFrom().isBefore(person.licence().validTo()));
    }
}
