package org.hms.registry.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscription has come: the change up to which events were looked for, how many were found, up to which they were
 * delivered, and when to try again.
 */
public record Progress(
        long scannedTo,
        long events,
        long delivered,
        int attempts,
        @Nullable Instant nextTry,
        @Nullable Instant nextHeartbeat) {}
