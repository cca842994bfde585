package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of identity. Records are taken in small groups; each is matched against the index and against the rest of
 * its group, the group is committed in one transaction, the index follows, and only then are the senders answered. So
 * two senders can never open the same person twice, and the cost of a commit is shared.
 */
public final class Resolver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final int GROUP_SIZE = 64;
    private static final int QUEUE_SIZE = 4096;

    private final GroupResolution resolution;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(QUEUE_SIZE);
    private final Thread writer;
    private volatile boolean open = true;

    public Resolver(GroupResolution resolution) {
        this.resolution = resolution;
        this.writer = Thread.ofPlatform().name("resolver").unstarted(this::run);
    }

    public void start() {
        writer.start();
    }

    private record Waiting(IncomingRecord record, CompletableFuture<FeedOutcome> answer) {}

    /** Queues a record; the answer comes when it is committed and can be found. Waits while the queue is full. */
    public CompletableFuture<FeedOutcome> submit(IncomingRecord record) throws InterruptedException {
        var waiting = new Waiting(record, new CompletableFuture<>());
        if (!open) {
            throw new IllegalStateException("The registry is shutting down");
        }
        queue.put(waiting);
        return waiting.answer();
    }

    private void run() {
        @Nullable Waiting carriedOver = null;
        while (open || carriedOver != null || !queue.isEmpty()) {
            try {
                var first = carriedOver == null ? queue.take() : carriedOver;
                var group = new ArrayList<Waiting>(List.of(first));
                carriedOver = fill(group);
                answer(group);
            } catch (InterruptedException e) {
                LOG.debug("Woken to close");
            }
        }
    }

    /** Takes what is waiting, up to the group's size or to a record that is in the group already, which begins the next. */
    private @Nullable Waiting fill(List<Waiting> group) {
        var keys = new HashSet<RecordKey>();
        keys.add(group.getFirst().record().key());
        while (group.size() < GROUP_SIZE) {
            var next = queue.poll();
            if (next == null) {
                return null;
            }
            if (!keys.add(next.record().key())) {
                return next;
            }
            group.add(next);
        }
        return null;
    }

    private void answer(List<Waiting> group) {
        try {
            Map<RecordKey, FeedOutcome> outcomes =
                    resolution.resolve(group.stream().map(Waiting::record).toList());
            group.forEach(one -> one.answer().complete(outcomes.get(one.record().key())));
        } catch (RuntimeException | Error e) {
            refuse(group, e);
        }
    }

    /** One bad record must not fail its neighbours: a group that failed is tried again one by one. */
    private void refuse(List<Waiting> group, Throwable cause) {
        if (group.size() == 1) {
            group.getFirst().answer().completeExceptionally(cause);
        } else {
            group.forEach(one -> answer(List.of(one)));
        }
    }

    /** Finishes what was accepted, then ends. */
    @Override
    public void close() {
        open = false;
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
