package org.hms.seed;

import org.jspecify.annotations.Nullable;

/**
 * A facility as one of the three lists has it. What a list does not print is absent: list A has no ministry codes, list B
 * no types and no coordinates, list C neither codes nor coordinates.
 */
public record FacilityRow(
        FacilityList list,
        String seedId,
        @Nullable String mspbsCode,
        String name,
        @Nullable String typeCode,
        @Nullable String ownership,
        @Nullable String ineDistrict,
        @Nullable String healthRegion,
        @Nullable String dependency,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String phone,
        @Nullable String status,
        String source) {

    static FacilityRow of(FacilityList list, CsvRow row) {
        var fixed = row.printed("name_fixed");
        return new FacilityRow(
                list,
                row.text("seed_id"),
                row.printed("mspbs_code"),
                fixed == null ? row.text("name_source") : fixed,
                row.printed("type_code"),
                row.printed("ownership"),
                row.printed("ine_district"),
                row.printed("region_sanitaria"),
                row.printed("dependencia_source"),
                row.printedDecimal("lat"),
                row.printedDecimal("lon"),
                row.printed("phone"),
                row.printed("status_source"),
                row.text("source"));
    }
}
