package org.hms.registry.curation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.facility.Facility;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.territory.Published;

/**
 * What one request publishes: next versions of facilities, and of all that moves with them.
 *
 * @param heirs which facility follows which that has ended
 * @param facility the facility that the request is about, or the first of them
 */
public record Publication(List<Published<Facility>> facilities, Referring moved, List<Heir> heirs, String facility) {

    /** A facility that follows another. */
    public record Heir(String predecessor, String successor) {}

    /** Versions of what refers to facilities: the roles of professionals, services, endpoints and affiliations. */
    public record Referring(List<Published<PractitionerRole>> roles, List<Published<CareEntry>> care) {

        static final Referring NOTHING = new Referring(List.of(), List.of());

        public Referring {
            roles = List.copyOf(roles);
            care = List.copyOf(care);
        }

        /** The ids of all of them. */
        Set<String> ids() {
            return Stream.concat(
                            roles.stream().map(role -> role.content().id()),
                            care.stream().map(entry -> entry.content().id()))
                    .collect(Collectors.toSet());
        }
    }

    public Publication {
        facilities = List.copyOf(facilities);
        heirs = List.copyOf(heirs);
    }

    /** The facilities that end and are followed by others. */
    List<String> ended() {
        return heirs.stream().map(Heir::predecessor).distinct().toList();
    }
}
