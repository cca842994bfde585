package org.hms.registry.imports.web;

import java.time.Instant;
import org.hms.registry.imports.ImportJob;
import org.hms.registry.imports.ImportJob.Counts;
import org.hms.registry.imports.ImportJob.Status;
import org.hms.registry.imports.ImportOrder.Format;
import org.jspecify.annotations.Nullable;

/** An import as JSON. The total is known once its file has been looked through. */
public record ImportView(
        String id,
        String source,
        Format format,
        Status status,
        @Nullable String failure,
        @Nullable Long total,
        Counts rows,
        String report,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.order().source(),
                job.order().format(),
                job.status(),
                job.failure(),
                job.total(),
                job.counts(),
                ImportResource.PATH + "/" + job.id() + "/report",
                job.acceptedAt(),
                job.startedAt(),
                job.endedAt());
    }

    /** For the header {@code X-Progress}. */
    String progress() {
        return total == null ? status.name() : rows.read() + " of " + total + " rows";
    }
}
