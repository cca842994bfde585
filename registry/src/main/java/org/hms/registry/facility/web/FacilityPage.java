package org.hms.registry.facility.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of facilities, whether there are more, and how many in all, which is not counted where they are many. */
public record FacilityPage(
        @Nullable Integer total, boolean more, int limit, int offset, List<FacilityView> facilities) {
    public FacilityPage {
        facilities = List.copyOf(facilities);
    }
}
