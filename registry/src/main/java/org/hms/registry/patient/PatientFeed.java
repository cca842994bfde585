package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The way in for source records. Returns when a record is stored, its identity is resolved and it can be found. */
public final class PatientFeed {

    private final Resolver resolver;

    public PatientFeed(Resolver resolver) {
        this.resolver = resolver;
    }

    public FeedOutcome accept(IncomingRecord record) {
        return accept(List.of(record)).getFirst();
    }

    /** Takes several at once, which shares the cost of resolving them; outcomes in the order of the records. */
    public List<FeedOutcome> accept(Collection<IncomingRecord> records) {
        try {
            var answers = new ArrayList<CompletableFuture<FeedOutcome>>();
            for (var record : records) {
                answers.add(resolver.submit(record));
            }
            var outcomes = new ArrayList<FeedOutcome>();
            for (var answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while a record was being resolved; it may have been stored", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
