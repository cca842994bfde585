package org.hms.seed;

/** A language of Paraguay by its tag (BCP 47), with its use. */
public record LanguageRow(String tag, String name, String use) {

    static LanguageRow of(CsvRow row) {
        return new LanguageRow(row.text("bcp47"), row.text("name"), row.text("use"));
    }
}
