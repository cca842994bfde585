package org.hms.matching.cluster;

import java.util.List;
import java.util.Set;

/** Records that hang together by evidence or decisions, and all that is known of their pairs. */
public record Component(Set<String> records, List<PairEvidence> evidence, List<Constraint> decisions) {
    public Component {
        records = Set.copyOf(records);
        evidence = List.copyOf(evidence);
        decisions = List.copyOf(decisions);
        for (var pair : evidence) {
            requireMember(records, pair.left());
            requireMember(records, pair.right());
        }
        for (var decision : decisions) {
            requireMember(records, decision.left());
            requireMember(records, decision.right());
        }
    }

    private static void requireMember(Set<String> records, String id) {
        if (!records.contains(id)) {
            throw new IllegalArgumentException(
                    "Evidence and decisions speak of the component's own records only: " + id);
        }
    }
}
