package org.hms.matching.cluster;

/** A steward's decision on two records, which goes before evidence and rules. */
public record Constraint(String left, String right, Kind kind) {

    /** What the steward said: one person, or two. */
    public enum Kind {
        MUST_LINK,
        CANNOT_LINK
    }

    public Constraint {
        if (left.equals(right)) {
            throw new IllegalArgumentException("A decision is about two records");
        }
    }
}
