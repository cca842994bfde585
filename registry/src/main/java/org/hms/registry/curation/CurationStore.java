package org.hms.registry.curation;

import java.util.List;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.facility.Facility;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.Published;

/** Where requests are kept, and by which what they ask for is published. */
public interface CurationStore {

    /** What one request publishes. */
    record Publication(
            List<Published<Facility>> facilities,
            List<Published<PractitionerRole>> roles,
            List<String> predecessors,
            String successor) {
        public Publication {
            facilities = List.copyOf(facilities);
            roles = List.copyOf(roles);
            predecessors = List.copyOf(predecessors);
        }
    }

    /** Keeps a new request, under the next number. */
    CurationRequest add(CurationRequest request);

    Optional<CurationRequest> find(long id);

    /** Those in a state, the oldest first. */
    List<CurationRequest> list(CurationRequest.State state, int limit, int offset);

    /** Writes the next revision, or the end, of a request. */
    void put(CurationRequest request);

    /** Ends a request and publishes what it asks for, in one transaction. */
    void publish(CurationRequest ended, Publication publication, Caller by);

    /** The roles that stand at a facility. */
    List<String> rolesAt(List<String> facilities);

    /** The facilities that follow one, itself where none does. */
    List<String> successors(String facility);

    /** The facilities that bear an identifier. */
    List<String> bearers(String system, String value);
}
