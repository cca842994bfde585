package org.hms.registry.patient;

/** What became of one of several records that stand for themselves: taken, or not. */
public sealed interface FeedResult {

    /** It is stored and can be found. */
    record Taken(FeedOutcome outcome) implements FeedResult {}

    /** It is not stored. */
    record Failed(RuntimeException cause) implements FeedResult {}
}
