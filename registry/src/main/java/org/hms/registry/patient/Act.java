package org.hms.registry.patient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a steward did or proposes, why, and what became of it. {@code task} is the review it answers, if any. */
public record Act(
        long id,
        State state,
        Intent intent,
        @Nullable Long task,
        int moves,
        Said stated,
        @Nullable Said approved,
        @Nullable Said withdrawn) {

    /** A proposal waits for another steward; what was withdrawn stays known and has no effect. */
    public enum State {
        PROPOSED,
        APPLIED,
        WITHDRAWN
    }

    /** Who, when, and why. */
    public record Said(String by, Instant at, String why) {}

    Act approvedBy(Said approval, int movesNow) {
        return new Act(id, State.APPLIED, intent, task, movesNow, stated, approval, withdrawn);
    }

    Act withdrawnBy(Said withdrawal) {
        return new Act(id, State.WITHDRAWN, intent, task, moves, stated, approved, withdrawal);
    }
}
