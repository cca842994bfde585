package org.hms.registry.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hms.registry.imports.ImportJob.Counts;
import org.hms.registry.imports.ImportJob.Status;
import org.hms.registry.patient.PatientFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files in: one at a time for each source, in the order they came, and after a restart from where they were. */
public final class Imports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final ImportStore store;
    private final ImportFiles files;
    private final PatientFeed feed;
    private final Rows.Opener opener;
    private final InstantSource clock;
    private final Turns<ImportJob> turns;

    public Imports(ImportStore store, Path directory, PatientFeed feed, Rows.Opener opener, InstantSource clock) {
        this.store = store;
        this.files = new ImportFiles(directory);
        this.feed = feed;
        this.opener = opener;
        this.clock = clock;
        this.turns = new Turns<>(store::findNext, this::run);
    }

    /** Goes on with what the last process left. */
    public void resume() {
        try {
            files.sweep(
                    id -> store.find(id).filter(job -> !job.status().ended()).isPresent());
        } catch (IOException e) {
            LOG.warn("Files of imports that have ended could not be deleted", e);
        }
        store.busySources().forEach(turns::wake);
    }

    /** What became of an order: a job of its own, or the one that has the same content. */
    public record Accepted(ImportJob job, boolean isNew) {}

    /** Keeps the file and takes it in when it is its turn. The same content again is the same job. */
    public Accepted accept(ImportOrder order, InputStream body) throws IOException {
        var received = files.receive(order, body);
        try {
            var wanted = new ImportJob(
                    UUID.randomUUID().toString().replace("-", ""),
                    order,
                    received.digest(),
                    received.bytes(),
                    Status.QUEUED,
                    null,
                    null,
                    Counts.NONE,
                    0,
                    clock.instant(),
                    null,
                    null);
            // The file first: a job whose file is not there yet might be begun.
            files.keep(received, wanted.id());
            var job = store.addOrFind(wanted);
            boolean isNew = job.id().equals(wanted.id());
            if (isNew) {
                turns.wake(order.source());
            } else {
                files.forgetBody(wanted.id());
            }
            return new Accepted(job, isNew);
        } finally {
            Files.deleteIfExists(received.file());
        }
    }

    public ImportStore jobs() {
        return store;
    }

    /** Tells whether there was something left to cancel. What is taken in stays. */
    public boolean cancel(ImportJob job) throws IOException {
        boolean cancelled = store.end(job.id(), Status.CANCELLED, null, clock.instant());
        if (cancelled) {
            files.forgetBody(job.id());
        }
        return cancelled;
    }

    /** The report as far as it is written. */
    public Optional<Path> findReport(ImportJob job) {
        return Optional.of(files.report(job.id())).filter(Files::exists);
    }

    private void run(ImportJob queued) {
        var id = queued.id();
        try {
            if (queued.status() == Status.QUEUED) {
                store.begin(id, clock.instant(), count(queued));
            }
            var job = store.find(id).orElseThrow();
            if (new ImportRun(feed, store, files, job, turns::stopping).takeIn(opener)) {
                end(id, Status.DONE, null);
            }
        } catch (Rows.UnreadableFile e) {
            end(id, Status.FAILED, e.getMessage());
        } catch (IOException e) {
            LOG.error("Import {} failed", id, e);
            end(id, Status.FAILED, "The file or its report could not be read or written");
        } catch (RuntimeException e) {
            if (!turns.stopping()) {
                LOG.error("Import {} failed", id, e);
                end(id, Status.FAILED, "The registry failed to take a row in");
            }
        }
    }

    private long count(ImportJob job) throws IOException {
        try (var rows = opener.open(job.order(), files.body(job.id()))) {
            long total = 0;
            while (rows.next() != null) {
                total++;
            }
            return total;
        }
    }

    private void end(String id, Status status, @Nullable String failure) {
        store.end(id, status, failure, clock.instant());
        try {
            files.forgetBody(id);
        } catch (IOException e) {
            LOG.warn("The file of import {} could not be deleted", id, e);
        }
    }

    /** Lets each run finish the handful it has begun; the rest comes at the next start. */
    @Override
    public void close() {
        turns.close();
    }
}
