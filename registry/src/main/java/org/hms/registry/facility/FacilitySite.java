package org.hms.registry.facility;

import org.hms.registry.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a facility stands in the two hierarchies: the jurisdiction it lies in, the health region that manages it, and what
 * the source prints as its managing body, which may be no region at all.
 */
public record FacilitySite(
        @Nullable String district,
        @Nullable String healthRegion,
        @Nullable String dependency,
        @Nullable GeoPoint position) {}
