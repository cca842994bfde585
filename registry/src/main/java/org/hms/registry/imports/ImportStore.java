package org.hms.registry.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hms.registry.imports.ImportJob.Counts;
import org.hms.registry.imports.ImportJob.Status;
import org.jspecify.annotations.Nullable;

/** Where jobs are kept; what a job has taken in is known by the rows it has read. */
public interface ImportStore {

    /** Adds the job, or gives the one of the same source and content that is under way or done. */
    ImportJob addOrFind(ImportJob job);

    Optional<ImportJob> find(String id);

    /** Newest first; of all sources where none is named. */
    List<ImportJob> list(@Nullable String source, int limit, int offset);

    int count(@Nullable String source);

    /** The sources that have jobs which have not ended. */
    List<String> busySources();

    /** The oldest job of the source that has not ended. */
    Optional<ImportJob> findNext(String source);

    void begin(String id, Instant at, long total);

    /** Writes how far the job is and gives the status it now has: cancelled, perhaps. */
    Status progress(String id, Counts counts, long reportSize);

    /** Ends the job unless it has ended; tells whether it had not. */
    boolean end(String id, Status status, @Nullable String failure, Instant at);
}
