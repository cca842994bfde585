package org.hms.registry.reconcile;

import java.util.List;
import java.util.Set;
import org.hms.registry.facility.Ownership;
import org.hms.registry.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A facility in the form in which two are compared.
 *
 * @param row its position in its list
 * @param name the name's parts
 * @param types what the list's column and the name say that it is; empty where neither does
 * @param district INE code of the district, from the code or from the printed name
 * @param department INE code of the department, or of the one that the health region has the number of
 * @param phones their digits
 */
record ComparableFacility(
        int row,
        ListedFacility listed,
        FacilityNameParts name,
        Set<String> types,
        @Nullable Ownership ownership,
        @Nullable String district,
        @Nullable String department,
        @Nullable GeoPoint point,
        List<String> phones) {
    ComparableFacility {
        types = Set.copyOf(types);
        phones = List.copyOf(phones);
    }
}
