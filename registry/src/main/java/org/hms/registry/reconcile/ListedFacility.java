package org.hms.registry.reconcile;

import java.util.List;
import org.hms.registry.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A facility as one row of a list describes it; what the list does not say is absent. */
public record ListedFacility(
        String id,
        String name,
        @Nullable String type,
        @Nullable String ownership,
        Whereabouts where,
        List<String> phones) {
    public ListedFacility {
        phones = List.copyOf(phones);
    }

    /**
     * Where a list says that a facility lies.
     *
     * @param district the district's INE code
     * @param districtName as printed
     * @param region the health region's number
     */
    public record Whereabouts(
            @Nullable String district,
            @Nullable String districtName,
            @Nullable String region,
            @Nullable GeoPoint point) {}
}
