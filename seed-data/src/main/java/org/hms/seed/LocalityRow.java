package org.hms.seed;

/** A neighbourhood, company or settlement within a district, named as the list prints it. */
public record LocalityRow(String code, String ineDistrict, String number, String name) {

    static LocalityRow of(CsvRow row) {
        return new LocalityRow(row.text("code"), row.text("ine_district"), row.text("locality_no"), row.text("name"));
    }
}
