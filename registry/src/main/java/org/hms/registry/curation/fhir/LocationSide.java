package org.hms.registry.curation.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Location;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.LegalStep;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.fhir.AddressMapping;
import org.hms.registry.facility.fhir.Boundaries;
import org.hms.registry.facility.fhir.LocationMapping;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;

/** The Location of a facility: where it lies. Who manages it, its Organization tells. */
final class LocationSide implements FacilitySide<Location> {

    private static final String PATH = "Location";
    private static final String ORGANIZATION = "(?:.*/)?Organization/([A-Za-z0-9.-]{1,64})";

    @Override
    public Class<Location> type() {
        return Location.class;
    }

    @Override
    public Location toResource(Place place) {
        return LocationMapping.toLocation(place);
    }

    @Override
    public FacilityDraft draft(Location sent, @Nullable Facility current) {
        SideTerms.requireFacility(sent.getType(), PATH + ".type");
        var pair = pair(sent);
        if (current != null && pair != null && !pair.equals(current.id())) {
            throw FhirProblem.unprocessable("The Organization of a facility has the id of its Location")
                    .at(PATH + ".managingOrganization");
        }
        boolean placed = sent.hasPosition()
                && sent.getPosition().hasLatitude()
                && sent.getPosition().hasLongitude();
        return new FacilityDraft(
                SideTerms.name(sent.getName(), PATH + ".name"),
                SideTerms.code(sent.getType(), DirectorySystems.FACILITY_TYPE),
                SideTerms.code(sent.getType(), DirectorySystems.FACILITY_OWNERSHIP),
                SideTerms.area(sent.getPartOf(), PATH, "py-dis-", "a district", PATH + ".partOf"),
                current == null ? null : SideTerms.code(current.site().healthRegion(), "py-rs-"),
                placed ? sent.getPosition().getLatitude().doubleValue() : null,
                placed ? sent.getPosition().getLongitude().doubleValue() : null,
                SideTerms.phones(sent.getTelecom(), PATH + ".telecom"),
                null,
                SideTerms.identifiers(sent.getIdentifier(), PATH),
                status(sent),
                details(sent, current));
    }

    /** The legal steps its Organization tells. */
    private static FacilityDetails details(Location sent, @Nullable Facility current) {
        var steps = current == null ? List.<LegalStep>of() : current.details().steps();
        return new FacilityDetails(
                AddressMapping.read(sent.getAddress()), sent.getDescription(), Boundaries.read(sent), steps);
    }

    private static FacilityStatus status(Location sent) {
        if (!sent.hasStatus()) {
            throw FhirProblem.required("A facility says whether it works", PATH + ".status");
        }
        return switch (sent.getStatus()) {
            case ACTIVE -> FacilityStatus.ACTIVE;
            case SUSPENDED -> FacilityStatus.SUSPENDED;
            case INACTIVE -> FacilityStatus.INACTIVE;
            case NULL -> throw FhirProblem.invalid("The status is active, suspended or inactive", PATH + ".status");
        };
    }

    @Override
    public @Nullable String pair(Location sent) {
        var reference = sent.getManagingOrganization().getReference();
        if (reference == null) {
            return null;
        }
        if (!reference.matches(ORGANIZATION)) {
            throw FhirProblem.unprocessable("A reference here is Organization/ and the id of one in this directory")
                    .at(PATH + ".managingOrganization");
        }
        return reference.replaceFirst(ORGANIZATION, "$1");
    }

    /** What was written as an Organization alone lies nowhere yet. */
    @Override
    public boolean isWritten(Facility facility) {
        return facility.site().district() != null;
    }
}
