package org.hms.seed;

/** A health region of the ministry; region XVIII is the capital, which the census numbers 00. */
public record HealthRegionRow(String code, String roman, String name, String ineDepartment) {

    static HealthRegionRow of(CsvRow row) {
        return new HealthRegionRow(
                row.text("rs_code"), row.text("roman"), row.text("name"), row.text("ine_department"));
    }
}
