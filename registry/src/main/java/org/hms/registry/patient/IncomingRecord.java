package org.hms.registry.patient;

import org.hms.matching.person.Demographics;
import org.hms.registry.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A source's record as it comes in: who sent it, whose it is, what it says, and its content word for word.
 *
 * @param replacedBy the record that the source uses in its place: both are one person by the source's own word
 * @param removal whether the source says by it that the record is gone
 */
public record IncomingRecord(
        Caller caller,
        String source,
        RecordKey key,
        boolean active,
        Demographics demographics,
        String content,
        @Nullable RecordKey replacedBy,
        Precondition precondition,
        boolean removal) {

    public IncomingRecord(
            Caller caller, String source, RecordKey key, boolean active, Demographics demographics, String content) {
        this(caller, source, key, active, demographics, content, null, Precondition.NONE, false);
    }

    public IncomingRecord with(Precondition other) {
        return new IncomingRecord(caller, source, key, active, demographics, content, replacedBy, other, removal);
    }
}
