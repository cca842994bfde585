package org.hms.registry.practitioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works where, and the facilities as the native face lists them. */
@ExtendWith(SharedDirectory.class)
final class ProvidersAndFacilitiesIT {

    private final DirectoryServer server;

    ProvidersAndFacilitiesIT(DirectoryServer server) {
        this.server = server;
    }

    @Test
    void whoWorksAtAFacilityIsFoundWithPersonAndPlace() {
        var role = ProviderSeed.roles().getFirst();

        var bundle = server.bundle(
                "PractitionerRole",
                "location=Location/" + role.facility(),
                "specialty=" + role.specialty().code(),
                "_include=PractitionerRole:practitioner",
                "_include=PractitionerRole:location",
                "_include=PractitionerRole:organization");

        assertThat(DirectoryServer.ids(bundle)).contains(role.id());
        assertThat(bundle.getEntry())
                .filteredOn(entry -> entry.getSearch().getMode() == SearchEntryMode.INCLUDE)
                .extracting(entry -> entry.getResource().fhirType())
                .contains("Practitioner", "Location", "Organization");
    }

    @Test
    void rolesThatHaveEndedAreNotActive() {
        var today = LocalDate.ofInstant(DirectoryServer.TODAY, ZoneId.of("America/Asuncion"));
        var active = ProviderSeed.roles().stream()
                .filter(role -> role.isActiveOn(today))
                .count();

        assertThat(server.bundle("PractitionerRole", "active=true").getTotal()).isEqualTo((int) active);
        assertThat(server.bundle("PractitionerRole", "active=false").getTotal())
                .isEqualTo(ProviderSeed.roles().size() - (int) active)
                .isPositive();
    }

    @Test
    void aProfessionalIsFoundByNameAndLicenceWithItsValidityAndLanguages() {
        var practitioner = ProviderSeed.practitioners().getFirst();
        var licence = practitioner.licences().getFirst();

        var found = server.bundle("Practitioner", "identifier=" + licence.number())
                .getEntryFirstRep()
                .getResource();

        var shown = (org.hl7.fhir.r4.model.Practitioner) found;
        assertThat(shown.getIdPart()).isEqualTo(practitioner.id());
        assertThat(shown.getQualificationFirstRep().getPeriod().getEndElement().getValueAsString())
                .isEqualTo(licence.validUntil().toString());
        assertThat(shown.getCommunication()).hasSameSizeAs(practitioner.languages());
        for (var parameter : List.of(
                "family=" + practitioner.name().family().getFirst(),
                "given:exact=" + practitioner.name().given().getFirst(),
                "name:contains=" + practitioner.name().text())) {
            assertThat(DirectoryServer.ids(server.bundle("Practitioner", parameter, "_count=100")))
                    .as(parameter)
                    .contains(practitioner.id());
        }
    }

    @Test
    void theNativeFaceListsFacilitiesByNameDistrictKindAndDistance() {
        var near = server.json("/api/v1/facilities", "near=-25.39|-57.356|10|km", "limit=5");

        var first = near.path("facilities").path(0);
        assertThat(first.path("distanceMetres").asLong()).isBetween(1L, 10_000L);
        assertThat(first.path("district").path("name").asText()).isNotBlank();
        assertThat(server.json("/api/v1/facilities", "q=guarambare")
                        .path("total")
                        .asInt())
                .isPositive();
        assertThat(server.json("/api/v1/facilities", "district=0212", "type=USF")
                        .path("facilities"))
                .isNotEmpty()
                .allSatisfy(facility -> assertThat(
                                facility.path("district").path("id").asText())
                        .isEqualTo("py-dis-0212"));
        var one = server.json("/api/v1/facilities/" + first.path("id").asText());
        assertThat(one.path("name")).isEqualTo(first.path("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/facilities/py,               404",
        "/api/v1/facilities?near=here,        400",
        "/api/v1/facilities?limit=-1,         400",
        "/api/v1/facilities?colour=red,       400",
        "/fhir/Location/py-rs-01,             404",
        "/fhir/Organization/py-rs-01,         200",
        "/fhir/Location/nobody,               404",
        "/fhir/Location/py/_history/zero,     404",
    })
    void whatIsNotThereIsSaidSo(String path, int status) {
        assertThat(server.get(path).statusCode()).isEqualTo(status);
    }
}
