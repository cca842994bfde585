package org.hms.registry.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person says is wrong, put before the source whose record the value came from. The source itself mends its record. */
public record Rectification(
        long id,
        String eid,
        Statement statement,
        Route route,
        Opening opening,
        @Nullable Closing closing) {

    /** Where a request stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    /** Which golden value is wrong, in what way, and what shows it. */
    public record Statement(String field, String wrong, String evidence) {}

    /** The record that the golden value came from, and the source that owns it. */
    public record Route(String recordId, String source) {}

    public record Opening(String by, Instant at, Instant dueAt) {}

    /** How it ended and why. */
    public record Closing(State state, String reason, String by, Instant at) {
        public Closing {
            if (state == State.OPEN) {
                throw new IllegalArgumentException("A request that is closed is accepted or refused");
            }
        }
    }

    public State state() {
        return closing == null ? State.OPEN : closing.state();
    }

    /** Whether it is open after its term. */
    public boolean overdueAt(Instant now) {
        return closing == null && now.isAfter(opening.dueAt());
    }
}
