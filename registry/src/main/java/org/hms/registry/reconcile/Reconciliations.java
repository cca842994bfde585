package org.hms.registry.reconcile;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reconciliations asked for over the network: carried out one after another, the newest kept until the service stops.
 * What comes of them is a view of two lists and can be asked for again.
 */
public final class Reconciliations {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliations.class);
    private static final int MOST_KEPT = 50;
    private static final int MOST_RUNNING = 5;

    private final Reconciliation reconciliation = Reconciliation.withShippedModel();
    private final Map<String, ReconciliationJob> jobs = new LinkedHashMap<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final InstantSource clock;

    public Reconciliations(InstantSource clock) {
        this.clock = clock;
    }

    /** The job that was begun; empty while too many wait. */
    public synchronized Optional<ReconciliationJob> begin(ReconciliationOrder order) {
        long running = jobs.values().stream()
                .filter(job -> job.state() == ReconciliationJob.State.RUNNING)
                .count();
        if (running >= MOST_RUNNING) {
            return Optional.empty();
        }
        var job = new ReconciliationJob(
                UUID.randomUUID().toString(), clock.instant(), ReconciliationJob.State.RUNNING, null);
        jobs.put(job.id(), job);
        forgetOldest();
        Thread.ofVirtual().name("reconciliation").start(() -> run(job, order));
        return Optional.of(job);
    }

    public synchronized Optional<ReconciliationJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The newest first. */
    public synchronized List<ReconciliationJob> list() {
        return List.copyOf(jobs.values()).reversed();
    }

    private void run(ReconciliationJob job, ReconciliationOrder order) {
        turn.lock();
        try {
            var result = order.carriedOut(reconciliation);
            end(new ReconciliationJob(job.id(), job.asked(), ReconciliationJob.State.DONE, result));
        } catch (RuntimeException e) {
            LOG.error("A reconciliation failed", e);
            end(new ReconciliationJob(job.id(), job.asked(), ReconciliationJob.State.FAILED, null));
        } finally {
            turn.unlock();
        }
    }

    private synchronized void end(ReconciliationJob job) {
        jobs.put(job.id(), job);
    }

    private void forgetOldest() {
        var ended = jobs.values().stream()
                .filter(job -> job.state() != ReconciliationJob.State.RUNNING)
                .limit(Math.max(0, jobs.size() - MOST_KEPT))
                .map(ReconciliationJob::id)
                .toList();
        ended.forEach(jobs::remove);
    }
}
