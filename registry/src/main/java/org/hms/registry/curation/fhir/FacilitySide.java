package org.hms.registry.curation.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.curation.FacilityDraft;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.Place;
import org.jspecify.annotations.Nullable;

/** One side of the pair as which a facility is published: what it tells, and what it leaves to the other side. */
interface FacilitySide<R extends DomainResource> {

    Class<R> type();

    R toResource(Place place);

    /** The facility as this side describes it, upon what is published of it; refuses what is no facility, naming the element. */
    FacilityDraft draft(R resource, @Nullable Facility current);

    /** The rules that ask for what the other side tells. */
    default Set<String> untold() {
        return Set.of();
    }

    /** The facility whose other side this one says it belongs to; none where it comes first. */
    default @Nullable String pair(R resource) {
        return null;
    }

    /** Whether this side of the facility has been written. */
    default boolean isWritten(Facility facility) {
        return true;
    }
}
