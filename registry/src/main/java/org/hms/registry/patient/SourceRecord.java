package org.hms.registry.patient;

import java.time.Instant;
import org.hms.matching.person.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * A source's record as it is kept: the newest version of it. Only its source changes it, by sending the next version.
 *
 * @param replacedBy the id of the record of the same source that took its place, as long as this version says so
 */
public record SourceRecord(
        String id,
        String source,
        RecordKey key,
        int version,
        boolean active,
        String contentHash,
        Demographics demographics,
        Instant receivedAt,
        @Nullable String replacedBy) {

    public SourceRecord(
            String id,
            String source,
            RecordKey key,
            int version,
            boolean active,
            String contentHash,
            Demographics demographics,
            Instant receivedAt) {
        this(id, source, key, version, active, contentHash, demographics, receivedAt, null);
    }
}
