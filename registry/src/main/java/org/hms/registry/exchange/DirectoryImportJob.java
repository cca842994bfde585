package org.hms.registry.exchange;

import java.time.Instant;
import java.util.Locale;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.jspecify.annotations.Nullable;

/**
 * A list that is to be taken in by and by.
 *
 * @param mapping which column is what, as YAML or JSON; absent for the usual one
 * @param result the import, once it is written
 */
public record DirectoryImportJob(
        String id,
        String source,
        Format format,
        @Nullable String mapping,
        Caller caller,
        Status status,
        @Nullable String failure,
        @Nullable Long result,
        Instant acceptedAt,
        @Nullable Instant endedAt) {

    /** Where it is on its way. */
    public enum Status {
        WAITING,
        DONE,
        CANCELLED,
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean ended() {
        return status != Status.WAITING;
    }
}
