package org.hms.registry.reconcile;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reconciliation that somebody asked for.
 *
 * @param result absent until it is done
 */
public record ReconciliationJob(
        String id, Instant asked, State state, @Nullable ReconciliationResult result) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    public Optional<ReconciliationResult> findResult() {
        return Optional.ofNullable(result);
    }
}
