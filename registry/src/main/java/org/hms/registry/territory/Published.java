package org.hms.registry.territory;

import java.time.Instant;

/** One version of an entry of the directory and the moment it was published. Versions are never edited. */
public record Published<T>(T content, int version, Instant at) {
    public Published {
        if (version < 1) {
            throw new IllegalArgumentException("Versions count from 1, not " + version);
        }
    }

    static <T> Published<T> first(T content, Instant at) {
        return new Published<>(content, 1, at);
    }

    Published<T> next(T changed, Instant when) {
        return new Published<>(changed, version + 1, when);
    }
}
