package org.hms.registry.patient;

import java.time.Instant;
import org.hms.matching.cluster.Constraint;
import org.jspecify.annotations.Nullable;

/**
 * A steward's word on two records, which outweighs any score until it is withdrawn. The smaller id is left. It belongs to the
 * {@link Act} that said it.
 */
public record Decision(
        String left,
        String right,
        Constraint.Kind kind,
        String decidedBy,
        String reason,
        Instant decidedAt,
        @Nullable Long act) {
    public Decision {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("The smaller id stands on the left");
        }
    }

    static Decision between(
            String one, String other, Constraint.Kind kind, String decidedBy, String reason, Instant at, long act) {
        return one.compareTo(other) < 0
                ? new Decision(one, other, kind, decidedBy, reason, at, act)
                : new Decision(other, one, kind, decidedBy, reason, at, act);
    }

    boolean mustLink() {
        return kind == Constraint.Kind.MUST_LINK;
    }

    public Constraint forClustering() {
        return new Constraint(left, right, kind);
    }
}
