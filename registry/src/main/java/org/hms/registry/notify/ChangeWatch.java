package org.hms.registry.notify;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets callers wait until the change log has grown; one thread looks, all who wait are told. */
public final class ChangeWatch {

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long last;
    private boolean closed;

    void seen(long number) {
        lock.lock();
        try {
            if (number > last) {
                last = number;
                grown.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns as soon as there is a change after this number, or when the time is over. */
    public void awaitAfter(long number, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (last <= number && !closed && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a moment, or until the end. */
    void pause(Duration moment) throws InterruptedException {
        lock.lock();
        try {
            long left = moment.toNanos();
            while (!closed && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
