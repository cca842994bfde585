package org.hms.matching.batch;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One column of a person file and what it is.
 *
 * @param format of a date, as Java writes it: yyyyMMdd
 * @param system of an identifier: numbers compare within one system only
 */
public record Column(
        String header,
        ColumnKind kind,
        @Nullable String format,
        @Nullable String system) {

    /** The name of the comparison that a text column makes: place-suburb. */
    String attribute() {
        var prefix = kind.prefix();
        return (prefix == null ? "" : prefix) + header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "-");
    }

    /** The system of an identifier's column; its heading where none is named. */
    String identifierSystem() {
        return system == null ? header : system;
    }
}
