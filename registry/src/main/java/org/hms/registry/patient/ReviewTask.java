package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pair of records that a steward should look at. Priority is risk × weight × age; {@code secondOf} names the task that this
 * one asks again, and is nobody's to know who answers it.
 */
public record ReviewTask(
        long id,
        String leftRecord,
        String rightRecord,
        double weight,
        List<String> rules,
        int risk,
        boolean open,
        Instant openedAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedAt,
        @Nullable Long secondOf,
        double priority) {
    public ReviewTask {
        rules = List.copyOf(rules);
    }

    /** What a steward may say of a pair. */
    public enum Answer {
        SAME,
        DIFFERENT,
        CANNOT_TELL,
        FIX_SOURCE
    }

    /** Which tasks are listed. */
    public enum State {
        OPEN,
        CLAIMED,
        CLOSED
    }
}
