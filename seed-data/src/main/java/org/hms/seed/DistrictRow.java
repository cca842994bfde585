package org.hms.seed;

import org.jspecify.annotations.Nullable;

/** A district; a point inside it where its outline of 2012 is known, and the year of its creation if that was later. */
public record DistrictRow(
        String ineCode,
        String ineDepartment,
        String name,
        String healthRegion,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Integer createdYear,
        @Nullable String createdBy) {

    static DistrictRow of(CsvRow row) {
        return new DistrictRow(
                row.text("ine_code"),
                row.text("ine_department"),
                row.text("name_display"),
                row.text("region_sanitaria"),
                row.decimal("inner_lat"),
                row.decimal("inner_lon"),
                row.whole("created_year_if_after_2012"),
                row.optional("created_by"));
    }
}
