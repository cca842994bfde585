package org.hms.registry.imports;

import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants taken in, apart from the file.
 *
 * @param columns which column is what, as YAML or JSON; none for a file of Patients
 */
public record ImportOrder(
        Caller caller,
        String source,
        Format format,
        @Nullable String columns) {

    /** What the rows of a file are. */
    public enum Format {
        /** A FHIR Patient on each line. */
        PATIENTS,
        /** Comma-separated values under a header line. */
        CSV,
        /** A flat JSON object on each line. */
        ROWS
    }
}
