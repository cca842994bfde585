package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hms.registry.territory.DirectorySystems;
import org.hms.seed.SeedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked through a reference, up and down the trees, and of former versions. */
@ExtendWith(SharedDirectory.class)
final class DirectoryChainsIT {

    private final DirectoryServer server;

    DirectoryChainsIT(DirectoryServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "Organization, partof:below=py-dep-01, 14",
        "Location, partof:below=py-dep-01, 40",
        "Location, partof:below=py, 9000",
        "Location, partof.name=concepción, 14",
        "Location, partof.identifier=https://registry.hms.gov.py/id/ine-district|0101, 1",
        "Location, organization.name:contains=guarambar, 1",
        "Location, organization.identifier=11001206, 1",
        "Location, 'organization.active=true', 9000",
        "Organization, partof.name:contains=san pedro, 10",
        "PractitionerRole, location.status=active, 10",
        "PractitionerRole, organization.name:contains=hospital, 1",
    })
    void whatIsBelowAndWhatHoldsOfAnotherIsFound(String type, String parameter, int atLeast) {
        assertThat(server.bundle(type, parameter, "_count=1").getTotal()).isGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void aboveADistrictIsItsDepartmentAndTheCountry() {
        assertThat(DirectoryServer.ids(
                        server.bundle("Location", "partof:above=py-dis-0101", "_count=200", "type=department")))
                .contains("py-dep-01")
                .doesNotContain("py");
    }

    @Test
    void aRoleIsFoundByWhoeverHasIt() {
        var practitioner = ProviderSeed.practitioners().getFirst();
        var mine = ProviderSeed.roles().stream()
                .filter(role -> role.practitioner().equals(practitioner.id()))
                .map(PractitionerRole::id)
                .toList();

        for (var parameter : List.of(
                "practitioner.identifier=" + practitioner.licences().getFirst().number(),
                "practitioner.family=" + practitioner.name().family().getFirst(),
                "practitioner.name:contains=" + practitioner.name().text())) {
            assertThat(DirectoryServer.ids(server.bundle("PractitionerRole", parameter, "_count=500")))
                    .as(parameter)
                    .containsAll(mine);
        }
    }

    @Test
    void whatWasPublishedOfProfessionalsAndRolesIsTold() {
        for (var type : List.of("Practitioner", "PractitionerRole")) {
            var history = server.bundle(type + "/_history", "_since=2020-01-01T00:00:00Z", "_count=2");

            assertThat(history.getTotal()).as(type).isPositive();
            var id = history.getEntryFirstRep().getResource().getIdElement().getIdPart();
            assertThat(server.bundle(type + "/" + id + "/_history").getTotal()).isPositive();
            assertThat(server.get("/fhir/" + type + "/" + id + "/_history/1").statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/fhir/" + type + "/" + id + "/_history/99").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void aChainAndATreeGiveWhatLiesThereAndNothingElse() {
        long inDistrict = SeedData.localities().stream()
                        .filter(locality -> locality.ineDistrict().equals("0101"))
                        .count()
                + SeedData.facilities().stream()
                        .filter(facility -> "0101".equals(facility.ineDistrict()))
                        .count();
        long inDepartment = SeedData.districts().stream()
                        .filter(district -> district.ineDepartment().equals("01"))
                        .count()
                + SeedData.localities().stream()
                        .filter(locality -> locality.ineDistrict().startsWith("01"))
                        .count()
                + SeedData.facilities().stream()
                        .filter(facility ->
                                String.valueOf(facility.ineDistrict()).startsWith("01"))
                        .count();

        assertThat(server.bundle("Location", "partof.identifier=" + DirectorySystems.INE_DISTRICT + "|0101", "_count=1")
                        .getTotal())
                .isEqualTo((int) inDistrict);
        assertThat(server.bundle("Location", "partof:below=py-dep-01", "_count=1")
                        .getTotal())
                .isEqualTo((int) inDepartment);
    }
}
