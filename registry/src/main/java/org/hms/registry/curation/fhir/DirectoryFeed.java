package org.hms.registry.curation.fhir;

import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.access.Role;
import org.hms.registry.curation.Curation;
import org.hms.registry.curation.Jurisdictions;
import org.hms.registry.facility.fhir.PlaceFeed;
import org.hms.registry.fhir.FhirAnswer;
import org.hms.registry.fhir.FhirRequest;

/** Writes places by one side of their pair (IHE mCSD ITI-130): facilities, and what they lie in or are managed by. */
public final class DirectoryFeed<R extends DomainResource> {

    /** A steward proposes, and another one reviews; only what is trusted as both may write at once. */
    private static final Role[] WRITERS = {Role.ADMIN};

    private final FacilityFeed<R> facilities;
    private final JurisdictionFeed<R> jurisdictions;
    private final Class<R> type;

    private DirectoryFeed(Curation curation, FacilitySide<R> facility, Jurisdictions all, JurisdictionSide<R> side) {
        this.facilities = new FacilityFeed<>(curation, facility);
        this.jurisdictions = new JurisdictionFeed<>(all, side);
        this.type = side.type();
    }

    public static PlaceFeed ofOrganizations(Curation curation, Jurisdictions jurisdictions) {
        return new DirectoryFeed<>(curation, new OrganizationSide(), jurisdictions, new JurisdictionOrganization())
                .offered();
    }

    public static PlaceFeed ofLocations(Curation curation, Jurisdictions jurisdictions) {
        return new DirectoryFeed<>(curation, new LocationSide(), jurisdictions, new JurisdictionLocation()).offered();
    }

    private PlaceFeed offered() {
        return PlaceFeed.of(this::create, this::update, this::delete, WRITERS);
    }

    /** What it is, its types tell. */
    private FhirAnswer create(FhirRequest request) {
        return jurisdictions.takes(request.requireBody(type))
                ? jurisdictions.create(request)
                : facilities.create(request);
    }

    /** What it is, its id tells; no place becomes one of another kind. */
    private FhirAnswer update(FhirRequest request) {
        return jurisdictions.knows(request.requireId()) ? jurisdictions.update(request) : facilities.update(request);
    }

    private FhirAnswer delete(FhirRequest request) {
        return jurisdictions.knows(request.requireId()) ? jurisdictions.delete(request) : facilities.delete(request);
    }
}
