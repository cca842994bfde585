package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.gclient.ReferenceClientParam;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import ca.uhn.fhir.rest.gclient.TokenClientParam;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Quantity;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where can this be done, and by whom: the mCSD searches (ITI-90) as HAPI's client makes them. */
@ExtendWith(SharedRegistry.class)
final class DirectoryClientIT {

    private static final String DISTANCE = "http://hl7.org/fhir/StructureDefinition/location-distance";

    private final IGenericClient client;

    DirectoryClientIT(RunningRegistry registry) {
        this.client = registry.client(new Caller("referral-desk", Role.READER));
    }

    @Test
    void facilitiesNearAPointComeNearestFirstWithTheirDistance() {
        Bundle found = client.search()
                .byUrl("Location?near=-25.39|-57.356|10|km&type=facility")
                .returnBundle(Bundle.class)
                .execute();

        var kilometres = found.getEntry().stream()
                .map(entry ->
                        (Quantity) entry.getSearch().getExtensionByUrl(DISTANCE).getValue())
                .map(distance -> distance.getUnit().equals("m")
                        ? distance.getValue().doubleValue() / 1_000
                        : distance.getValue().doubleValue())
                .toList();
        assertThat(kilometres).isNotEmpty().isSorted().allMatch(distance -> distance <= 10);
    }

    @Test
    void anOrganizationIsFoundByPartOfItsNameAndByItsIdentifier() {
        Bundle byName = client.search()
                .forResource(Organization.class)
                .where(new StringClientParam("name").contains().value("itaugua"))
                .returnBundle(Bundle.class)
                .execute();
        var hospital = resources(byName, Organization.class).getFirst();
        var identifier = hospital.getIdentifierFirstRep();

        Bundle byIdentifier = client.search()
                .forResource(Organization.class)
                .where(new TokenClientParam("identifier")
                        .exactly()
                        .systemAndCode(identifier.getSystem(), identifier.getValue()))
                .returnBundle(Bundle.class)
                .execute();

        assertThat(resources(byIdentifier, Organization.class))
                .extracting(found -> found.getIdElement().getIdPart())
                .containsExactly(hospital.getIdElement().getIdPart());
    }

    @Test
    void aLocationBringsItsOrganizationAlong() {
        Bundle found = client.search()
                .forResource(Location.class)
                .where(new StringClientParam("name").contains().value("itaugua"))
                .include(Location.INCLUDE_ORGANIZATION)
                .returnBundle(Bundle.class)
                .execute();

        var organizations = resources(found, Organization.class).stream()
                .map(organization -> organization.getIdElement().getIdPart())
                .toList();
        assertThat(resources(found, Location.class))
                .isNotEmpty()
                .allSatisfy(location -> assertThat(organizations)
                        .contains(location.getManagingOrganization()
                                .getReferenceElement()
                                .getIdPart()));
        assertThat(found.getEntry().getLast().getSearch().getMode()).isEqualTo(SearchEntryMode.INCLUDE);
    }

    @Test
    void aRoleIsFoundByItsPlaceAndItsSpecialty() {
        Bundle any = client.search()
                .forResource(PractitionerRole.class)
                .count(1)
                .returnBundle(Bundle.class)
                .execute();
        var role = resources(any, PractitionerRole.class).getFirst();
        var specialty = role.getSpecialtyFirstRep().getCodingFirstRep();
        var place = role.getLocationFirstRep().getReferenceElement().getIdPart();

        Bundle found = client.search()
                .forResource(PractitionerRole.class)
                .where(new ReferenceClientParam("location").hasId(place))
                .and(new TokenClientParam("specialty")
                        .exactly()
                        .systemAndCode(specialty.getSystem(), specialty.getCode()))
                .include(PractitionerRole.INCLUDE_PRACTITIONER)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(resources(found, PractitionerRole.class))
                .extracting(one -> one.getIdElement().getIdPart())
                .contains(role.getIdElement().getIdPart());
        assertThat(resources(found, Practitioner.class)).isNotEmpty();
    }

    @Test
    void aDistrictIsPartOfItsDepartment() {
        Bundle found = client.search()
                .forResource(Location.class)
                .where(new ReferenceClientParam("partof").hasId("py-dep-11"))
                .count(100)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(found.getTotal()).isEqualTo(19);
        assertThat(resources(found, Location.class))
                .extracting(Location::getName)
                .contains("Itauguá");
    }

    private static <T> List<T> resources(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
