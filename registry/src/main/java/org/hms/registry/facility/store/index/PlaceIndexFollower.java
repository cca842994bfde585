package org.hms.registry.facility.store.index;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hms.registry.facility.store.index.PlaceIndex.Mark;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index in step with the database: whoever asks brings in the last few changes before the answer, so that what is
 * published is found at once; a thread of its own brings in many. An index that fails is opened again by that thread.
 */
final class PlaceIndexFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceIndexFollower.class);

    /** More changes are left to the thread. */
    private static final int FEW = 500;

    private static final int COMMIT_EVERY = 20_000;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long PATIENCE_SECONDS = 30;

    private final PublishedPlaces published;
    private final Path folder;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("place-index").factory());

    private volatile PlaceIndex index;
    private volatile Mark applied = Mark.NOTHING;
    /** Whether the index is left to the thread: it is far behind, or failed. */
    private volatile boolean behind = true;
    /** What of it is durable; guarded by this. */
    private Mark committed = Mark.NOTHING;

    private boolean failed;

    PlaceIndexFollower(Jdbi jdbi, Path folder) {
        this.published = new PublishedPlaces(jdbi);
        this.folder = folder;
        this.index = PlaceIndex.open(folder);
        resume();
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    PlaceIndex index() {
        return index;
    }

    /** Whether the index holds all that is committed, after bringing in what is missing when it is little. */
    boolean isCurrent() {
        if (behind) {
            return false;
        }
        var newest = published.newest();
        if (newest.isEmpty()) {
            return false;
        }
        return newest.get() <= applied.change() || caughtUp(newest.get());
    }

    /** Brings in all that is missing, however much. */
    synchronized void awaitCurrent() {
        while (follow()) {
            // Further behind than one step.
        }
    }

    private synchronized boolean caughtUp(long newest) {
        try {
            return !behind && (newest <= applied.change() || !follow());
        } catch (UncheckedIOException e) {
            failed(e);
            return false;
        }
    }

    /** Brings in some changes; tells whether there are more. */
    private synchronized boolean follow() {
        var versions = published.since(applied.change(), FEW);
        if (!versions.isEmpty()) {
            var places = published.now(versions.stream()
                    .map(PublishedPlaces.Version::id)
                    .distinct()
                    .toList());
            if (!places.isEmpty()) {
                index.put(places);
            }
            applied = versions.getLast().mark();
        }
        behind = versions.size() == FEW;
        if (applied.change() - committed.change() >= COMMIT_EVERY) {
            commit();
        }
        return behind;
    }

    /** Searches go to the database until the thread has opened the index again. */
    synchronized void failed(UncheckedIOException e) {
        if (!failed) {
            LOG.error("The index of places failed; the database answers until it is open again", e);
        }
        failed = true;
        behind = true;
    }

    private void look() {
        try {
            reopenIfFailed();
            boolean far = behind;
            while (follow() && !thread.isShutdown()) {
                // Further behind than one step.
            }
            if (far && !behind) {
                LOG.info("The index of places holds all up to change {}", applied.change());
            }
        } catch (UncheckedIOException e) {
            failed(e);
        } catch (RuntimeException e) {
            LOG.warn("The index of places cannot follow now: {}", e.getMessage());
        }
    }

    private synchronized void reopenIfFailed() {
        if (failed) {
            index.close();
            index = PlaceIndex.open(folder);
            resume();
            failed = false;
            LOG.warn("The index of places is opened again as of change {}", applied.change());
        }
    }

    /** From where the index was durable, or from nothing when that was another database. */
    private synchronized void resume() {
        var upTo = index.builtUpTo();
        if (!upTo.equals(Mark.NOTHING) && !published.knows(upTo)) {
            LOG.warn("The index of places is of another database; it is built anew");
            index.clear();
            upTo = Mark.NOTHING;
        }
        applied = upTo;
        committed = upTo;
    }

    private void commit() {
        index.commit(applied);
        committed = applied;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            behind = true;
            try (var closing = index) {
                if (!failed && !applied.equals(committed)) {
                    closing.commit(applied);
                }
            }
        }
    }
}
