package org.hms.registry.facility.fhir;

import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.facility.Place;

/** A place as the Organization of its mCSD pair. */
public final class OrganizationMapping {

    /** What the source prints as managing body, where that is not (only) a health region. */
    static final String DEPENDENCY = "https://registry.hms.gov.py/fhir/StructureDefinition/managing-body-as-printed";

    private OrganizationMapping() {}

    public static Organization toOrganization(Place place) {
        var organization = new Organization();
        PlaceMapping.describe(organization, place);
        place.entry().identifiers().forEach(known -> organization.addIdentifier(IdentifierMapping.toIdentifier(known)));
        organization.setActive(place.entry().active());
        place.types().forEach(type -> organization.addType(PlaceMapping.type(type)));
        organization.setName(PlaceMapping.name(place));
        PlaceMapping.aliases(place).forEach(organization::addAlias);
        PlaceMapping.phones(place).forEach(organization::addTelecom);
        organization.setPartOf(PlaceMapping.reference("Organization", place.managedBy()));
        if (place instanceof Place.Site(var published)) {
            var dependency = published.content().site().dependency();
            if (dependency != null) {
                organization.addExtension(DEPENDENCY, new StringType(dependency));
            }
            LegalSteps.tell(organization, published.content().details().steps());
            PlaceMapping.tellSuccession(organization, published.content().succession());
        }
        return organization;
    }
}
