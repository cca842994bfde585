package org.hms.registry.reach;

import org.jspecify.annotations.Nullable;

/**
 * How far it is from a district to the nearest facility of those asked about.
 *
 * @param population of the census, as far as it is known; see {@link DistrictPopulation}
 * @param approximate whether the district's own middle is not known and that of the district it was carved from stands for it
 * @param nearest absent where there is none, or where the district's middle is not known
 */
public record DistrictAccess(
        String district,
        String name,
        String department,
        DistrictPopulation population,
        boolean approximate,
        @Nullable NearFacility nearest) {}
