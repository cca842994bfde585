package org.hms.registry.facility.fhir;

import org.hms.registry.access.Role;
import org.hms.registry.fhir.FhirEndpoint;
import org.hms.registry.fhir.FhirHandler;

/** How one side of facilities is written (IHE mCSD ITI-130). */
public interface PlaceFeed {

    /** A directory that is only read. */
    PlaceFeed NONE = endpoint -> endpoint;

    /** Offers what may be written beside what may be read. */
    FhirEndpoint.Builder offer(FhirEndpoint.Builder endpoint);

    /** A feed of three interactions for those who may write the directory. */
    static PlaceFeed of(FhirHandler create, FhirHandler update, FhirHandler delete, Role... roles) {
        return endpoint -> endpoint.create(create, roles).update(update, roles).delete(delete, roles);
    }
}
