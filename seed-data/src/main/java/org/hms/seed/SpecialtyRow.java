package org.hms.seed;

/** A medical specialty as the code list prints it, near-duplicates included. */
public record SpecialtyRow(String code, String name) {

    static SpecialtyRow of(CsvRow row) {
        return new SpecialtyRow(row.text("code"), row.text("name"));
    }
}
