package org.hms.seed;

import org.jspecify.annotations.Nullable;

/** A department with its codes in the census and in ISO 3166-2 (which number two of them the other way round), and the census of 2022. */
public record DepartmentRow(
        String ineCode,
        String name,
        String isoCode,
        String capital,
        String healthRegion,
        int population,
        int indigenousPopulation,
        @Nullable Double percentSpeakingGuarani,
        @Nullable Double percentSpeakingPortuguese) {

    static DepartmentRow of(CsvRow row) {
        return new DepartmentRow(
                row.text("ine_code"),
                row.text("name"),
                row.text("iso_3166_2"),
                row.text("capital"),
                row.text("mspbs_region_sanitaria"),
                row.count("population_2022"),
                row.count("indigenous_2022"),
                row.decimal("pct_speak_guarani"),
                row.decimal("pct_speak_portuguese"));
    }
}
