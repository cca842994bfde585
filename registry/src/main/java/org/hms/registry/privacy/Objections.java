package org.hms.registry.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Objections to secondary use. They hang on records, so that they follow the person through merges and splits. */
public interface Objections {

    /** An objection as it stands. */
    record Objection(String reason, String statedBy, Instant statedAt) {}

    /** The oldest objection that stands on one of these records. */
    Optional<Objection> find(Collection<String> records);

    /** Puts the objection on each of the records that has none yet. */
    void state(Collection<String> records, Objection objection);

    /** Withdraws what stands on these records, and tells whether there was any. */
    boolean withdraw(Collection<String> records, String by, Instant at);
}
