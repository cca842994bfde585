package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The way in for source records. Returns when a record is stored, its identity is resolved and it can be found. */
public final class PatientFeed {

    private final Resolver resolver;
    private final RecordIds recordIds;

    public PatientFeed(Resolver resolver, RecordIds recordIds) {
        this.resolver = resolver;
        this.recordIds = recordIds;
    }

    /** How we name the record of this key, whether it is here already or not. */
    public String recordIdOf(RecordKey key) {
        return recordIds.of(key);
    }

    public FeedOutcome accept(IncomingRecord record) {
        return accept(List.of(record)).getFirst();
    }

    /** Takes several at once, which shares the cost of resolving them; outcomes in the order of the records. */
    public List<FeedOutcome> accept(Collection<IncomingRecord> records) {
        var outcomes = new ArrayList<FeedOutcome>();
        for (var result : acceptEach(records)) {
            switch (result) {
                case FeedResult.Taken(var outcome) -> outcomes.add(outcome);
                case FeedResult.Failed(var cause) -> throw cause;
            }
        }
        return outcomes;
    }

    /** Takes several that stand for themselves: one that fails takes no other with it. Results in the order of the records. */
    public List<FeedResult> acceptEach(Collection<IncomingRecord> records) {
        try {
            var answers = new ArrayList<CompletableFuture<FeedOutcome>>();
            for (var record : records) {
                answers.add(resolver.submit(record));
            }
            var results = new ArrayList<FeedResult>();
            for (var answer : answers) {
                results.add(result(answer));
            }
            return results;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Takes all in one transaction or none; no two may be of one key. Outcomes in the order of the records. */
    public List<FeedOutcome> acceptTogether(List<IncomingRecord> records) {
        try {
            return resolver.submitTogether(records).get();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw cause(e);
        }
    }

    private static FeedResult result(CompletableFuture<FeedOutcome> answer) throws InterruptedException {
        try {
            return new FeedResult.Taken(answer.get());
        } catch (ExecutionException e) {
            return new FeedResult.Failed(cause(e));
        }
    }

    private static RuntimeException cause(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while a record was being resolved; it may have been stored", e);
    }
}
