package org.hms.registry.reach;

import java.util.List;
import org.hms.registry.facility.Facility;

/** The districts to which a facility is the nearest one, and how many people live there. */
public record Catchment(Facility facility, List<String> districts, long people) {
    public Catchment {
        districts = List.copyOf(districts);
    }
}
