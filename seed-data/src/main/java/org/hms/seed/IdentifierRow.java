package org.hms.seed;

import org.jspecify.annotations.Nullable;

/** A kind of identifier used in a country of the region: its FHIR system where one is published, its form, its check digit. */
public record IdentifierRow(
        String country,
        String name,
        String systemNote,
        String format,
        @Nullable String checkDigit) {

    static IdentifierRow of(CsvRow row) {
        return new IdentifierRow(
                row.text("country"),
                row.text("identifier"),
                row.text("fhir_system_or_oid"),
                row.text("format"),
                row.optional("check_digit"));
    }
}
