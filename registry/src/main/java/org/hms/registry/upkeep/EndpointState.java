package org.hms.registry.upkeep;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An electronic endpoint and when it was last tried; the time is absent where nobody ever did. */
public record EndpointState(
        String id,
        @Nullable String name,
        String organization,
        String address,
        State state,
        @Nullable Instant checked,
        @Nullable String note) {

    public enum State {
        NEVER_CHECKED,
        FAILED,
        /** It answered, but too long ago. */
        STALE,
        ANSWERED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
