package org.hms.registry.curation.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.facility.Place;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionLevel;
import org.jspecify.annotations.Nullable;

/** One side of the pair as which a jurisdiction is published; health regions and networks have one side only. */
interface JurisdictionSide<R extends DomainResource> {

    Class<R> type();

    List<CodeableConcept> types(R resource);

    R toResource(Place place);

    /** Whether what is of this level has this side. */
    boolean shows(JurisdictionLevel level);

    /** The jurisdiction as this side describes it, upon what is published of it. */
    Jurisdiction read(R resource, JurisdictionLevel level, @Nullable Jurisdiction current);

    /** The jurisdiction whose other side this one says it belongs to; none where it comes first. */
    default @Nullable String pair(R resource) {
        return null;
    }

    /** Whether this side of the jurisdiction has been written. */
    default boolean isWritten(Jurisdiction jurisdiction) {
        return true;
    }
}
