package org.hms.registry.facility.fhir;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/** What else the directory knows of organisations. */
public interface OrganizationCompanions {

    /** A directory that knows nothing else. */
    OrganizationCompanions NONE = new OrganizationCompanions() {
        @Override
        public List<Resource> addEndpoints(Collection<Organization> organizations) {
            return List.of();
        }

        @Override
        public List<Resource> affiliationsIn(Collection<String> participants) {
            return List.of();
        }

        @Override
        public List<Resource> affiliationsOf(Collection<String> organizations) {
            return List.of();
        }
    };

    /** Lets each Organization name the endpoints that it manages, and gives those endpoints. */
    List<Resource> addEndpoints(Collection<Organization> organizations);

    /** The affiliations in which one of these takes part. */
    List<Resource> affiliationsIn(Collection<String> participants);

    /** The affiliations in which others take part in one of these. */
    List<Resource> affiliationsOf(Collection<String> organizations);
}
