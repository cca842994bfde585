package org.hms.registry.exchange;

import java.time.Instant;
import java.util.List;
import org.hms.registry.exchange.PlannedRow.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A list that was taken in.
 *
 * @param id 0 while it is a plan
 * @param undone when it was taken back; absent while it stands
 */
public record DirectoryImport(
        long id,
        String source,
        Format format,
        String by,
        Instant at,
        Counts counts,
        @Nullable Instant undone) {

    /** What a list is written in. */
    public enum Format {
        CSV,
        DHIS2,
        FHIR,
        GEOJSON
    }

    /** What the entries are that a list speaks of. */
    public enum Kind {
        FACILITIES,
        SERVICES
    }

    /** How many rows there were, and what became of them. */
    public record Counts(int rows, int created, int revised, int unchanged, int areas, int rejected) {
        static Counts of(List<? extends PlannedRow<?>> rows) {
            return new Counts(
                    rows.size(),
                    count(rows, Outcome.CREATED),
                    count(rows, Outcome.REVISED),
                    count(rows, Outcome.UNCHANGED),
                    count(rows, Outcome.AREA),
                    count(rows, Outcome.REJECTED));
        }

        private static int count(List<? extends PlannedRow<?>> rows, Outcome outcome) {
            return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }
}
