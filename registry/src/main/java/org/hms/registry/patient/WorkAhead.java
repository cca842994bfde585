package org.hms.registry.patient;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work that several threads do ahead of one who takes what came of it, in the order in which it was given. */
public final class WorkAhead<T> implements AutoCloseable {

    private static final int WORKERS = 2;

    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    private final Queue<Future<T>> under = new ArrayDeque<>();
    private final int most;

    /** @param most how many pieces may be under way or done and not taken */
    public WorkAhead(int most) {
        this.most = most;
    }

    public boolean isFull() {
        return under.size() >= most;
    }

    public boolean isEmpty() {
        return under.isEmpty();
    }

    public void give(Callable<T> work) {
        under.add(workers.submit(work));
    }

    /** Waits for the piece given first. */
    public T take() {
        return await(under.remove());
    }

    /** What comes of work that another thread does; what it failed with is thrown here. */
    static <T> T await(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
