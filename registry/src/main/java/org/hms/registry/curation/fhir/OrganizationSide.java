package org.hms.registry.curation.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.Organization;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.fhir.LegalSteps;
import org.hms.registry.facility.fhir.OrganizationMapping;
import org.hms.registry.territory.DirectorySystems;
import org.jspecify.annotations.Nullable;

/** The Organization of a facility: who runs it. Where it lies, its Location tells. */
final class OrganizationSide implements FacilitySide<Organization> {

    private static final String PATH = "Organization";

    @Override
    public Class<Organization> type() {
        return Organization.class;
    }

    @Override
    public Organization toResource(Place place) {
        return OrganizationMapping.toOrganization(place);
    }

    @Override
    public FacilityDraft draft(Organization sent, @Nullable Facility current) {
        SideTerms.requireFacility(sent.getType(), PATH + ".type");
        var position = current == null ? null : current.site().position();
        return new FacilityDraft(
                SideTerms.name(sent.getName(), PATH + ".name"),
                SideTerms.code(sent.getType(), DirectorySystems.FACILITY_TYPE),
                SideTerms.code(sent.getType(), DirectorySystems.FACILITY_OWNERSHIP),
                current == null ? null : SideTerms.code(current.site().district(), "py-dis-"),
                SideTerms.area(sent.getPartOf(), PATH, "py-rs-", "a health region", PATH + ".partOf"),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                SideTerms.phones(sent.getTelecom(), PATH + ".telecom"),
                null,
                SideTerms.identifiers(sent.getIdentifier(), PATH),
                status(sent, current),
                (current == null ? FacilityDetails.NONE : current.details()).withSteps(LegalSteps.read(sent)));
    }

    /** That it lies in a district. */
    @Override
    public Set<String> untold() {
        return Set.of("DIR-03");
    }

    /** Active says whether it works at all; whether it rests for a while, its Location tells. */
    private static FacilityStatus status(Organization sent, @Nullable Facility current) {
        if (sent.hasActive() && !sent.getActive()) {
            return FacilityStatus.INACTIVE;
        }
        return current != null && current.service().status() == FacilityStatus.SUSPENDED
                ? FacilityStatus.SUSPENDED
                : FacilityStatus.ACTIVE;
    }
}
