package org.hms.registry.codes.fhir;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks twice a second for what another service on the database has stored; to look at each question would cost more than it. */
final class StoredResourcesFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoredResourcesFollower.class);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final StoredResources stored;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stored-resources").factory());

    private boolean failed;

    StoredResourcesFollower(StoredResources stored) {
        this.stored = stored;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says once that it fails, and once that it does no longer. */
    private void look() {
        try {
            stored.follow();
            if (failed) {
                LOG.info("What others store is followed again");
            }
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warn(
                        "What others store cannot be followed now: {}",
                        e.getClass().getName());
            }
            failed = true;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
