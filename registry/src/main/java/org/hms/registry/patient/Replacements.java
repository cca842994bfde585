package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hms.matching.cluster.Constraint;
import org.hms.matching.cluster.PairEvidence;

/**
 * Which records their own source has replaced by others. A replaced record is one person with the record in its place and
 * shares what that one has in common with everyone else. A steward's word that the two are different people outweighs it.
 */
final class Replacements {

    static final Replacements NONE = new Replacements(Map.of(), List.of());

    private final Map<String, String> replacedBy = new TreeMap<>();

    Replacements(Map<String, String> stated, Collection<Decision> decisions) {
        replacedBy.putAll(stated);
        for (var decision : decisions) {
            if (decision.kind() == Constraint.Kind.CANNOT_LINK) {
                replacedBy.remove(decision.left(), decision.right());
                replacedBy.remove(decision.right(), decision.left());
            }
        }
    }

    List<Constraint> constraints() {
        return replacedBy.entrySet().stream()
                .map(one -> new Constraint(one.getKey(), one.getValue(), Constraint.Kind.MUST_LINK))
                .toList();
    }

    /** The evidence of all, where replaced records have that of the records in their place. */
    List<PairEvidence> lend(Collection<PairEvidence> evidence, Set<String> records) {
        if (replacedBy.isEmpty()) {
            return List.copyOf(evidence);
        }
        var own = new ArrayList<PairEvidence>();
        var byPair = new HashMap<String, PairEvidence>();
        for (var pair : evidence) {
            if (!replacedBy.containsKey(pair.left()) && !replacedBy.containsKey(pair.right())) {
                own.add(pair);
                byPair.put(Neighbourhood.pair(pair.left(), pair.right()), pair);
            }
        }
        for (var replaced : replacedBy.keySet()) {
            var survivor = survivorOf(replaced);
            for (var other : records.contains(replaced) ? records : Set.<String>of()) {
                var lent = byPair.get(Neighbourhood.pair(survivor, survivorOf(other)));
                if (lent != null && !other.equals(replaced)) {
                    own.add(new PairEvidence(replaced, other, lent.weight(), lent.veto()));
                }
            }
        }
        return own;
    }

    private String survivorOf(String record) {
        var seen = new HashSet<String>();
        var survivor = record;
        for (var next = replacedBy.get(survivor); next != null && seen.add(survivor); next = replacedBy.get(survivor)) {
            survivor = next;
        }
        return survivor;
    }
}
