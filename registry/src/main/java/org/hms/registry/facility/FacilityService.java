package org.hms.registry.facility;

import java.util.List;

/** Whether a facility works, and how it is reached. */
public record FacilityService(FacilityStatus status, List<String> phones) {
    public FacilityService {
        phones = List.copyOf(phones);
    }
}
