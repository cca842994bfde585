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
        @Nullable Said withdrawalProposed,
        @Nullable Said withdrawn) {

    /**
     * A proposal waits for another steward, and so does a withdrawal that moves many; until then the act counts. What was
     * withdrawn stays known and has no effect.
     */
    public enum State {
        PROPOSED,
        APPLIED,
        WITHDRAWAL_PROPOSED,
        WITHDRAWN
    }

    /** Who, when, and why. */
    public record Said(String by, Instant at, String why) {}

    static Act stated(long id, State state, Intent intent, @Nullable Long task, int moves, Said stated) {
        return new Act(id, state, intent, task, moves, stated, null, null, null);
    }

    boolean counts() {
        return state == State.APPLIED || state == State.WITHDRAWAL_PROPOSED;
    }

    Act approvedBy(Said approval, int movesNow) {
        return new Act(id, State.APPLIED, intent, task, movesNow, stated, approval, null, null);
    }

    Act withdrawnBy(Said withdrawal) {
        return new Act(id, State.WITHDRAWN, intent, task, moves, stated, approved, withdrawalProposed, withdrawal);
    }

    Act withWithdrawalProposed(Said proposal) {
        return new Act(id, State.WITHDRAWAL_PROPOSED, intent, task, moves, stated, approved, proposal, null);
    }

    /** Its withdrawal was proposed and is not approved. */
    Act kept() {
        return new Act(id, State.APPLIED, intent, task, moves, stated, approved, null, null);
    }
}
