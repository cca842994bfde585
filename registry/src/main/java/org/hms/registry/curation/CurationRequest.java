package org.hms.registry.curation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal on its way.
 *
 * @param revision counts how often it was written; a review is of one revision
 * @param by who wrote it last
 * @param outcome absent while it is open
 */
public record CurationRequest(
        long id,
        int revision,
        State state,
        Proposal proposal,
        String by,
        Instant at,
        @Nullable Outcome outcome) {

    public enum State {
        OPEN,
        PUBLISHED,
        REJECTED,
        WITHDRAWN
    }

    /** How it ended: who decided, when, what they said, and the facility that was published. */
    public record Outcome(
            String by,
            Instant at,
            @Nullable String note,
            @Nullable String facility) {}

    CurationRequest ended(State how, Outcome outcome) {
        return new CurationRequest(id, revision, how, proposal, by, at, outcome);
    }
}
