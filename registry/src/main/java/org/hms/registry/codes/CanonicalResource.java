package org.hms.registry.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a code system, value set or concept map that somebody stored; the content is its JSON. */
public record CanonicalResource(
        String type,
        String id,
        int version,
        String url,
        @Nullable String businessVersion,
        @Nullable String name,
        String status,
        String content,
        Instant at,
        String caller) {}
