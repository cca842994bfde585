package org.hms.registry.patient;

import java.time.Instant;
import java.util.List;
import org.hms.registry.patient.PersonHistory.Passage;

/** One person as the registry knew them at a moment: golden record, members, and the merges and splits up to then. */
public record PersonThen(GoldenRecord golden, Instant at, List<Member> members, List<Passage> passages) {
    public PersonThen {
        members = List.copyOf(members);
        passages = List.copyOf(passages);
    }

    /** A record that belonged to the person, in the version that was the newest then. */
    public record Member(
            String recordId, String source, RecordKey key, int version, Instant receivedAt, Instant memberSince) {}
}
