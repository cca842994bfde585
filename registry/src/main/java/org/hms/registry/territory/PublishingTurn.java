package org.hms.registry.territory;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The turn of whoever decides what is published of places: curation, feeds, and lists. What one of them has read holds until
 * it has written. It is taken before a transaction is opened, or two that wait for each other would wait for ever.
 */
public final class PublishingTurn {

    private final ReentrantLock lock = new ReentrantLock(true);

    /** Waits for the turn, does the work and gives the turn on; who has it may take it again. */
    public <R> R take(Supplier<R> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
