package org.hms.registry.imports;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what waits of each source one after the other, in the order it came, until it is closed. */
public final class Turns<J> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Function<String, Optional<J>> next;
    private final Consumer<J> run;
    private final ConcurrentHashMap<String, ReentrantLock> turns = new ConcurrentHashMap<>();
    private final ExecutorService runners = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /**
     * @param next the oldest of a source that has not ended
     * @param run ends it, but for one that stops because all is closed
     */
    public Turns(Function<String, Optional<J>> next, Consumer<J> run) {
        this.next = next;
        this.run = run;
    }

    /** Says that something waits of a source. */
    public void wake(String source) {
        if (!stopping) {
            runners.execute(() -> drain(source));
        }
    }

    /** Whether what runs has to stop. */
    public boolean stopping() {
        return stopping;
    }

    private void drain(String source) {
        var turn = turns.computeIfAbsent(source, any -> new ReentrantLock());
        turn.lock();
        try {
            for (var job = waiting(source); job != null; job = waiting(source)) {
                run.accept(job);
            }
        } catch (RuntimeException e) {
            LOG.error("Imports of the source {} stopped; they go on at the next start", source, e);
        } finally {
            turn.unlock();
        }
    }

    private @Nullable J waiting(String source) {
        return stopping ? null : next.apply(source).orElse(null);
    }

    /** Waits for what runs to stop; the rest comes at the next start. */
    @Override
    public void close() {
        stopping = true;
        runners.close();
    }
}
