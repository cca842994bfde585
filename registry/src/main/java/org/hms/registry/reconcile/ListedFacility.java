package org.hms.registry.reconcile;

import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.JurisdictionIds;
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

    /** A facility as the directory publishes it, as a row of a list. */
    public static ListedFacility of(Facility facility) {
        var type = facility.kind().type();
        var ownership = facility.kind().ownership();
        var site = facility.site();
        return new ListedFacility(
                facility.id(),
                facility.name().repaired(),
                type == null ? null : type.code(),
                ownership == null ? null : ownership.code().replace('-', ' '),
                new Whereabouts(
                        JurisdictionIds.codeOf(site.district()),
                        null,
                        JurisdictionIds.codeOf(site.healthRegion()),
                        site.position()),
                facility.service().phones());
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
