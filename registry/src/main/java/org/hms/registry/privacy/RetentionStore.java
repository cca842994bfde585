package org.hms.registry.privacy;

import java.time.Instant;

/** What has outlived its term in the database. With {@code dryRun} it is counted and nothing is changed. */
public interface RetentionStore {

    /** Deletes audit entries from before the moment. */
    long removeAudit(Instant before, boolean dryRun);

    /** Empties the texts of requests that were closed before the moment. */
    long emptyRectificationTexts(Instant before, boolean dryRun);
}
