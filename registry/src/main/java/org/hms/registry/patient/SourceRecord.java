package org.hms.registry.patient;

import java.time.Instant;
import org.hms.matching.person.Demographics;

/** A source's record as it is kept: the newest version of it. Only its source changes it, by sending the next version. */
public record SourceRecord(
        String id,
        String source,
        RecordKey key,
        int version,
        boolean active,
        String contentHash,
        Demographics demographics,
        Instant receivedAt) {}
