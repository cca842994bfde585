package org.hms.registry.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImportJob.Status;
import org.hms.registry.facility.Facility;
import org.hms.registry.imports.Turns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lists in after the request that sent them, those of a source in the order they came. Each is written in one
 * transaction that ends its job too: one that is cancelled, or cut short by a crash, has left nothing. The latter is begun
 * anew at the next start.
 */
public final class DirectoryImportJobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryImportJobs.class);
    private static final String CANCELLED = Status.CANCELLED.code();

    private final DirectoryImportJobStore store;
    private final DirectoryImports<PlaceRow, Facility> imports;
    private final BundleForm bundles;
    private final InstantSource clock;
    private final Turns<DirectoryImportJob> turns;
    private final Map<String, String> progress = new ConcurrentHashMap<>();

    public DirectoryImportJobs(
            DirectoryImportJobStore store,
            DirectoryImports<PlaceRow, Facility> imports,
            BundleForm bundles,
            InstantSource clock) {
        this.store = store;
        this.imports = imports;
        this.bundles = bundles;
        this.clock = clock;
        this.turns = new Turns<>(store::findNext, this::run);
    }

    /** Goes on with what the last process left. */
    public void resume() {
        store.busySources().forEach(turns::wake);
    }

    public DirectoryImportJobStore kept() {
        return store;
    }

    public DirectoryImportJob accept(
            String source, Format format, @Nullable String mapping, byte[] file, Caller caller) {
        var id = UUID.randomUUID().toString().replace("-", "");
        var job = new DirectoryImportJob(id, source, format, mapping, caller, Status.WAITING, null, null, now(), null);
        store.add(job, file);
        turns.wake(source);
        return job;
    }

    /** How far a job is, in words. */
    public String progress(DirectoryImportJob job) {
        return job.ended()
                ? job.status().code()
                : progress.getOrDefault(job.id(), job.status().code());
    }

    /** Tells whether there was something left to cancel; then nothing of it is written. */
    public boolean cancel(DirectoryImportJob job) {
        boolean ended = store.end(job.id(), Status.CANCELLED, null, null, now());
        progress.replace(job.id(), CANCELLED);
        return ended;
    }

    private void run(DirectoryImportJob job) {
        try {
            progress.put(job.id(), "reading");
            var file = store.file(job.id()).orElseThrow(Halted::new);
            var rows = FacilityLists.read(job.format(), file, job.mapping(), bundles);
            imports.run(job.source(), job.format(), rows, job.caller(), watch(job));
        } catch (Halted halted) {
            LOG.info("Import job {} is cancelled, or waits for the next start", job.id());
        } catch (UnreadableList e) {
            fail(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            if (store.isOvertaken(e)) {
                fail(job, "A facility of it was published meanwhile; nothing is written");
            } else {
                LOG.error("Import job {} failed", job.id(), e);
                fail(job, "The registry failed to take the list in; nothing is written");
            }
        } finally {
            progress.remove(job.id());
        }
    }

    private void fail(DirectoryImportJob job, String why) {
        store.end(job.id(), Status.FAILED, why, null, now());
    }

    private ImportWatch watch(DirectoryImportJob job) {
        return new ImportWatch() {
            @Override
            public void written(int done, int all) {
                var before = progress.put(job.id(), done + " of " + all + " facilities");
                if (turns.stopping() || CANCELLED.equals(before)) {
                    throw new Halted();
                }
            }

            @Override
            public void completed(long id) {
                if (!store.end(job.id(), Status.DONE, null, id, now())) {
                    throw new Halted();
                }
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is being written stops and is begun anew at the next start. */
    @Override
    public void close() {
        turns.close();
    }

    /** Stops a transaction. */
    private static final class Halted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
