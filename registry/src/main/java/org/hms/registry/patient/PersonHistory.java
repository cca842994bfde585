package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to one enterprise id: who belonged to it when, and from which ids it came or into which it went. */
public record PersonHistory(String eid, boolean active, List<Stay> stays, List<Passage> passages) {
    public PersonHistory {
        stays = List.copyOf(stays);
        passages = List.copyOf(passages);
    }

    /** A record's membership; {@code until} is absent while it lasts. */
    public record Stay(
            String recordId, Instant from, @Nullable Instant until) {}

    /** A merge or split that this id was part of. */
    public record Passage(String from, String to, String kind, Instant at) {}
}
