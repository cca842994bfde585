package org.hms.registry.patient;

/** What became of one record that was fed. The record itself is stored in each of the cases. */
public sealed interface FeedOutcome {

    String recordId();

    int version();

    String eid();

    /** True when this was the record's first version. */
    default boolean created() {
        return version() == 1 && !(this instanceof Unchanged);
    }

    /** It describes a person who was known, beyond reasonable doubt. */
    record Joined(String recordId, int version, String eid) implements FeedOutcome {}

    /** Nobody known comes near: a person of their own. */
    record Opened(String recordId, int version, String eid) implements FeedOutcome {}

    /** It may describe someone known; a steward decides, and until then it stands as it is. */
    record AwaitsReview(String recordId, int version, String eid) implements FeedOutcome {}

    /** The same content had been received before. */
    record Unchanged(String recordId, int version, String eid) implements FeedOutcome {}
}
