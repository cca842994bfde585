package org.hms.registry.notify;

import java.time.Instant;

/** What one transaction did to one person; anchored at one change number within that transaction's numbers. */
public record PersonEvent(long change, Instant at, String eid, Kind kind, boolean identityChanged, Numbers numbers) {

    /** What became of the person. */
    public enum Kind {
        OPENED,
        CHANGED,
        MERGED,
        SPLIT
    }

    /** The first and last change number of the transaction. */
    public record Numbers(long first, long last) {
        boolean hold(long number) {
            return number >= first && number <= last;
        }
    }

    boolean concerns(Topic topic) {
        return topic == Topic.PATIENT_CHANGE || identityChanged;
    }
}
