package org.hms.registry;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for what is done beside the service: some work at once, and some each night at half past two in Paraguay. */
final class Nightly implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final ZoneId PARAGUAY = ZoneId.of("America/Asuncion");
    private static final LocalTime HOUR = LocalTime.of(2, 30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledThreadPoolExecutor thread;
    private final InstantSource clock;

    Nightly(InstantSource clock) {
        this.clock = clock;
        this.thread = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("nightly").factory());
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void once(String name, Runnable work) {
        thread.execute(() -> run(name, work));
    }

    void eachNight(String name, Runnable work) {
        thread.schedule(
                () -> {
                    run(name, work);
                    if (!thread.isShutdown()) {
                        eachNight(name, work);
                    }
                },
                untilTonight().toSeconds(),
                TimeUnit.SECONDS);
    }

    Duration untilTonight() {
        var now = clock.instant().atZone(PARAGUAY);
        var today = now.with(HOUR);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }

    private static void run(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} failed; it is tried again with the next start or night", name, e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The nightly work does not end; it is left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
