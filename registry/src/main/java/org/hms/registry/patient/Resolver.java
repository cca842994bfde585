package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hms.registry.patient.GroupResolution.Searched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of identity. Records are taken in small groups; each is matched against the index and against the rest of
 * its group, the group is committed in one transaction, the index follows, and only then are the senders answered. So
 * two senders can never open the same person twice, and the cost of a commit is shared. While a group is written, who is
 * like the next one's records is searched already (ADR 21).
 */
public final class Resolver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final int GROUP_SIZE = 64;
    private static final int QUEUE_SIZE = 4096;

    private final GroupResolution resolution;
    private final Predicate<Throwable> affectsAll;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>(QUEUE_SIZE);
    private final ReadWriteLock door = new ReentrantReadWriteLock();
    private final Thread writer;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("resolver-writing").factory());
    private @Nullable Flight flight;
    private boolean open = true;

    /** @param affectsAll whether a failure is of the store as a whole and not of a record */
    public Resolver(GroupResolution resolution, Predicate<Throwable> affectsAll) {
        this.resolution = resolution;
        this.affectsAll = affectsAll;
        this.writer = Thread.ofPlatform().name("resolver").unstarted(this::run);
    }

    public void start() {
        writer.start();
    }

    private sealed interface Work {}

    private record Waiting(IncomingRecord record, CompletableFuture<FeedOutcome> answer) implements Work {
        void answer(Map<RecordKey, FeedOutcome> outcomes, Map<RecordKey, FeedRefused> refused) {
            var refusal = refused.get(record.key());
            if (refusal == null) {
                answer.complete(outcomes.get(record.key()));
            } else {
                answer.completeExceptionally(refusal);
            }
        }
    }

    /** Something else that only the one writer does: a steward's act. */
    private record Errand<T>(Supplier<T> work, CompletableFuture<T> answer) implements Work {
        void run() {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        }
    }
    /** Records of which all are taken or none. */
    private record Together(List<IncomingRecord> records, CompletableFuture<List<FeedOutcome>> answer)
            implements Work {}

    /**
     * A group that is being written.
     *
     * @param written whether it was written as it was searched, and not one by one or not at all
     */
    private record Flight(Set<RecordKey> keys, EvidenceSearch.Underway records, Future<Boolean> written) {}

    /** The last in the queue: nothing comes behind it. */
    private record Closing() implements Work {}

    /** Queues a record; the answer comes when it is committed and can be found. Waits while the queue is full. */
    public CompletableFuture<FeedOutcome> submit(IncomingRecord record) throws InterruptedException {
        var waiting = new Waiting(record, new CompletableFuture<>());
        enqueue(waiting);
        return waiting.answer();
    }

    /** Queues what is to be done between two groups of records, and by nobody else. */
    <T> CompletableFuture<T> submit(Supplier<T> errand) throws InterruptedException {
        var waiting = new Errand<>(errand, new CompletableFuture<>());
        enqueue(waiting);
        return waiting.answer();
    }

    /** Queues records that are resolved as one group and committed in one transaction, or not at all. */
    CompletableFuture<List<FeedOutcome>> submitTogether(List<IncomingRecord> records) throws InterruptedException {
        var together = new Together(List.copyOf(records), new CompletableFuture<>());
        enqueue(together);
        return together.answer();
    }

    private void enqueue(Work work) throws InterruptedException {
        door.readLock().lock();
        try {
            if (!open) {
                throw new IllegalStateException("The registry is shutting down");
            }
            queue.put(work);
        } finally {
            door.readLock().unlock();
        }
    }

    private void run() {
        try {
            var next = queue.take();
            while (!(next instanceof Closing)) {
                var carriedOver = work(next);
                next = carriedOver == null ? queue.take() : carriedOver;
            }
            land();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("The resolver was interrupted; records still waiting are not answered");
        }
    }

    /** Does it, with the records that wait behind it if it is one, and gives what was taken from the queue and is still to do. */
    private @Nullable Work work(Work next) {
        if (next instanceof Waiting first) {
            var group = new ArrayList<Waiting>(List.of(first));
            var carriedOver = fill(group);
            answer(group);
            return carriedOver;
        }
        land();
        if (next instanceof Errand<?> errand) {
            errand.run();
        } else if (next instanceof Together together) {
            answer(together);
        }
        return null;
    }

    /** Takes what is waiting, up to the group's size or to what must begin the next group: the same record once more. */
    private @Nullable Work fill(List<Waiting> group) {
        var keys = new HashSet<RecordKey>();
        keys.add(group.getFirst().record().key());
        if (flight != null) {
            keys.addAll(flight.keys());
        }
        while (group.size() < GROUP_SIZE) {
            var next = queue.poll();
            if (!(next instanceof Waiting waiting) || !keys.add(waiting.record().key())) {
                return next;
            }
            group.add(waiting);
        }
        return null;
    }

    private void answer(List<Waiting> group) {
        // What is written is read from where it was written, and compared with nothing else any more.
        if (flight != null
                && (flight.written().isDone() || group.stream().anyMatch(one -> follows(one.record(), flight)))) {
            land();
        }
        try {
            var searched = search(group);
            if (!land()) {
                searched = search(group);
            }
            flight = fly(group, searched);
        } catch (RuntimeException | Error e) {
            land();
            refuse(group, e);
        }
    }

    /** Whether what is asked of a record depends on what is being written. */
    private static boolean follows(IncomingRecord record, Flight flight) {
        return record.replacedBy() != null || flight.keys().contains(record.key());
    }

    private Searched search(List<Waiting> group) {
        var underway = flight == null ? EvidenceSearch.Underway.NONE : flight.records();
        return resolution.search(group.stream().map(Waiting::record).toList(), underway);
    }

    private Flight fly(List<Waiting> group, Searched searched) {
        var keys = group.stream().map(one -> one.record().key()).collect(Collectors.toSet());
        return new Flight(keys, searched.underway(), writing.submit(() -> write(group, searched)));
    }

    private boolean write(List<Waiting> group, Searched searched) {
        try {
            var outcomes = resolution.write(searched);
            group.forEach(one -> one.answer(outcomes, searched.refused()));
            return true;
        } catch (RuntimeException | Error e) {
            refuse(group, e);
            return false;
        }
    }

    /** Waits for what is being written; tells whether what was searched beside it holds. */
    private boolean land() {
        var landing = flight;
        flight = null;
        return landing == null || WorkAhead.await(landing.written());
    }

    private void answerAlone(Waiting one) {
        try {
            var outcomes = resolution.resolve(List.of(one.record()));
            one.answer().complete(outcomes.get(one.record().key()));
        } catch (RuntimeException | Error e) {
            one.answer().completeExceptionally(e);
        }
    }

    private void answer(Together together) {
        try {
            var outcomes = resolution.resolve(together.records());
            together.answer()
                    .complete(together.records().stream()
                            .map(record -> Objects.requireNonNull(outcomes.get(record.key())))
                            .toList());
        } catch (RuntimeException | Error e) {
            together.answer().completeExceptionally(e);
        }
    }

    /** One bad record must not fail its neighbours: a group that failed is tried again one by one, unless all would fail. */
    private void refuse(List<Waiting> group, Throwable cause) {
        if (group.size() == 1 || affectsAll.test(cause)) {
            group.forEach(one -> one.answer().completeExceptionally(cause));
        } else {
            group.forEach(this::answerAlone);
        }
    }

    /** Finishes what was accepted, then ends. */
    @Override
    public void close() {
        door.writeLock().lock();
        try {
            if (open) {
                open = false;
                queue.put(new Closing());
                writer.join();
                writing.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            door.writeLock().unlock();
        }
    }
}
