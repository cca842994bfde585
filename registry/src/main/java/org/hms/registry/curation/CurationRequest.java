package org.hms.registry.curation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
        WITHDRAWN,
        /** What it was about ended by another request. */
        SUPERSEDED
    }

    /**
     * How it ended: who decided, when, what they said, and the facility that was published.
     *
     * @param superseded the numbers of the requests that ended with it, since what they were about did
     */
    public record Outcome(
            String by,
            Instant at,
            @Nullable String note,
            @Nullable String facility,
            List<Long> superseded) {

        public Outcome(String by, Instant at, @Nullable String note, @Nullable String facility) {
            this(by, at, note, facility, List.of());
        }

        public Outcome {
            superseded = List.copyOf(Objects.requireNonNullElse(superseded, List.of()));
        }
    }

    CurationRequest ended(State how, Outcome outcome) {
        return new CurationRequest(id, revision, how, proposal, by, at, outcome);
    }
}
