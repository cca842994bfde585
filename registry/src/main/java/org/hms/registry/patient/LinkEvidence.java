package org.hms.registry.patient;

import org.hms.matching.cluster.PairEvidence;
import org.hms.matching.score.MatchScore;
import org.hms.rules.linkage.Action;
import org.hms.rules.linkage.Verdict;

/** What two records have in common: the score with its parts, and what the guards say of it. The smaller id is left. */
public record LinkEvidence(String left, String right, MatchScore score, Verdict verdict) {
    public LinkEvidence {
        if (left.compareTo(right) >= 0) {
            throw new IllegalArgumentException("The smaller id stands on the left");
        }
    }

    public static LinkEvidence between(String one, String other, MatchScore score, Verdict verdict) {
        return one.compareTo(other) < 0
                ? new LinkEvidence(one, other, score, verdict)
                : new LinkEvidence(other, one, score, verdict);
    }

    /** Guards only ever hold back: what asks for a review does not link by itself. */
    public boolean heldBack() {
        return verdict.action() != Action.NONE;
    }

    public PairEvidence forClustering() {
        return new PairEvidence(left, right, score.weight(), heldBack());
    }

    public String other(String record) {
        return record.equals(left) ? right : left;
    }
}
