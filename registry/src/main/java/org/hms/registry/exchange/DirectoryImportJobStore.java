package org.hms.registry.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hms.registry.exchange.DirectoryImportJob.Status;
import org.jspecify.annotations.Nullable;

/** Where jobs are kept, with the file of each until it ends. */
public interface DirectoryImportJobStore {

    void add(DirectoryImportJob job, byte[] file);

    Optional<DirectoryImportJob> find(String id);

    /** What was sent; empty for a job that has ended. */
    Optional<byte[]> file(String id);

    /** The newest first. */
    List<DirectoryImportJob> list(int limit, int offset);

    /** The sources of which a job waits. */
    List<String> busySources();

    /** The oldest job of a source that waits. */
    Optional<DirectoryImportJob> findNext(String source);

    /** Ends a job unless it has ended, and tells whether it had not; joins the transaction of whoever calls. */
    boolean end(String id, Status how, @Nullable String failure, @Nullable Long result, Instant at);

    /** Whether nothing was written because somebody else published one of the facilities first. */
    boolean isOvertaken(RuntimeException failure);
}
