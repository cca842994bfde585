package org.hms.registry.idempotency;

import org.jspecify.annotations.Nullable;

/** The first answer to a request, and a fingerprint of what was asked. */
public record StoredAnswer(
        String fingerprint,
        int status,
        @Nullable String body,
        @Nullable String version,
        @Nullable String location) {}
