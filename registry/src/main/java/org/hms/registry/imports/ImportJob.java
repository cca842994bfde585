package org.hms.registry.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file on its way in. */
public record ImportJob(
        String id,
        ImportOrder order,
        String digest,
        long bytes,
        Status status,
        @Nullable String failure,
        @Nullable Long total,
        Counts counts,
        long reportSize,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    /** Where it is on its way. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean ended() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    /** How many rows were read, and what became of them. */
    public record Counts(long read, long created, long revised, long unchanged, long refused) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts more) {
            return new Counts(
                    read + more.read,
                    created + more.created,
                    revised + more.revised,
                    unchanged + more.unchanged,
                    refused + more.refused);
        }
    }
}
