package org.hms.registry.careservice.fhir;

import org.hl7.fhir.r4.model.DomainResource;
import org.hms.registry.careservice.CareEntry;

/** One kind of entry in FHIR's words and in ours. */
interface CareMapping<T extends CareEntry, R extends DomainResource> {

    Class<R> type();

    /** Ids of such entries begin with this. */
    String prefix();

    R toResource(T entry);

    /** Refuses what the profile forbids, naming the element. */
    T toEntry(String id, R resource);

    default String typeName() {
        return type().getSimpleName();
    }
}
