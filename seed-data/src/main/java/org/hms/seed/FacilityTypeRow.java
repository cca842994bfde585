package org.hms.seed;

import org.jspecify.annotations.Nullable;

/** A kind of facility and its level of care; the levels are an editorial reading, not a regulation. */
public record FacilityTypeRow(
        String code, String name, @Nullable String careLevel) {

    static FacilityTypeRow of(CsvRow row) {
        return new FacilityTypeRow(row.text("code"), row.text("name_es"), row.optional("care_level"));
    }
}
