package org.hms.registry.patient;

import java.time.Instant;
import org.hms.matching.cluster.Constraint;

/** A steward's word on two records, which outweighs any score until it is withdrawn. The smaller id is left. */
public record Decision(
        String left, String right, Constraint.Kind kind, String decidedBy, String reason, Instant decidedAt) {
    public Decision {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("The smaller id stands on the left");
        }
    }

    public Constraint forClustering() {
        return new Constraint(left, right, kind);
    }
}
