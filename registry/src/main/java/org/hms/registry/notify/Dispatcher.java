package org.hms.registry.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hms.registry.change.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the change log, finds with the {@link Matcher} what subscribers are to be told, and lets a {@link Delivery} bring it:
 * each subscription in its own thread and in its own order, so that a slow receiver holds up nobody but itself. Receivers that
 * are slow share half of the places; the other half is kept for those that answer.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(5);
    private static final int IN_A_ROW = 20;

    private final ChangeLog log;
    private final ChangeWatch watch;
    private final SubscriptionStore store;
    private final Matcher matcher;
    private final Delivery delivery;
    private final DeliverySettings.Patience patience;
    private final InstantSource clock;
    private final Semaphore places;
    private final Semaphore placesForSlow;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread follower;
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private Instant tidied = Instant.EPOCH;
    private long matchedTo = -1;
    private boolean troubled;

    Dispatcher(
            ChangeLog log,
            ChangeWatch watch,
            SubscriptionStore store,
            Matcher matcher,
            Delivery delivery,
            DeliverySettings.Patience patience,
            InstantSource clock) {
        this.log = log;
        this.watch = watch;
        this.store = store;
        this.matcher = matcher;
        this.delivery = delivery;
        this.patience = patience;
        this.clock = clock;
        this.placesForSlow = new Semaphore(patience.atOnce() / 2);
        this.places = new Semaphore(patience.atOnce() - patience.atOnce() / 2);
        this.follower = Thread.ofPlatform().name("notifications").unstarted(this::run);
    }

    /** From here on this process delivers, and no other on the database. */
    public void start() {
        store.claim();
        follower.start();
    }

    private void run() {
        try {
            boolean ours = true;
            while (ours && !watch.isClosed()) {
                ours = look();
                watch.pause(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One round. A database that is away is waited for; nothing is lost, since the position is kept with it. */
    private boolean look() {
        try {
            long last = log.last();
            watch.seen(last);
            if (!store.holdsClaim()) {
                LOG.warn("Another registry delivers the notifications of this database now");
                return false;
            }
            if (last > matchedTo) {
                while (matcher.step() && !watch.isClosed()) {
                    serve();
                }
                matchedTo = last;
            }
            serve();
            tidy();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("Notifications wait: {}", e.getClass().getSimpleName());
                troubled = true;
            }
        }
        return true;
    }

    private void tidy() {
        var now = clock.instant();
        if (Duration.between(tidied, now).compareTo(TIDY_EVERY) >= 0) {
            store.tidy(now, now.minus(Duration.ofDays(patience.keepDays())));
            tidied = now;
        }
    }

    private void serve() {
        var now = clock.instant();
        for (var subscription : store.due(now)) {
            var id = subscription.id();
            var place = slow.contains(id) ? placesForSlow : places;
            if (busy.contains(id) || notBefore.getOrDefault(id, now).isAfter(now) || !place.tryAcquire()) {
                continue;
            }
            busy.add(id);
            threads.execute(() -> serve(id, place));
        }
    }

    private void serve(String id, Semaphore place) {
        try {
            boolean more = true;
            for (int i = 0; i < IN_A_ROW && more && !watch.isClosed(); i++) {
                long begun = System.nanoTime();
                more = delivery.step(id);
                judge(id, System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Subscription {} could not be served: {}", id, e.getClass().getSimpleName());
            notBefore.put(id, clock.instant().plus(AFTER_FAULT));
        } finally {
            busy.remove(id);
            place.release();
        }
    }

    private void judge(String id, long nanos) {
        if (nanos > SLOW.toNanos()) {
            slow.add(id);
        } else {
            slow.remove(id);
        }
    }

    /** Lets what is under way end within a few seconds; what was not taken by then is sent again after the next start. */
    @Override
    public void close() {
        watch.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SLOW.toMillis() * 3, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(SLOW.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (follower.isAlive()) {
                follower.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
