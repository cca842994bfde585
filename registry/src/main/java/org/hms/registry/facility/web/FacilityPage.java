package org.hms.registry.facility.web;

import java.util.List;

/** One page of facilities and how many there are in all. */
public record FacilityPage(int total, int limit, int offset, List<FacilityView> facilities) {
    public FacilityPage {
        facilities = List.copyOf(facilities);
    }
}
