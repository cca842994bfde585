package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.cluster.Component;
import org.hms.matching.normalise.ComparablePerson;
import org.jspecify.annotations.Nullable;

/**
 * Divides records into people by evidence and decisions, and by nothing else: who belongs to whom today has no say, so that a
 * decision withdrawn leaves nothing behind. Records that neither evidence which could link nor a must-link ties
 * together, over however many others, are divided without regard to each other.
 */
final class Partitioning {

    /** In a larger component pairs that blocking did not bring together count as unlike without being compared. */
    private static final int COMPARE_ALL_UP_TO = 64;

    private final Linkage linkage;
    private final CandidateIndex index;

    Partitioning(Linkage linkage, CandidateIndex index) {
        this.linkage = linkage;
        this.index = index;
    }

    /** The records that have just changed, and those of them that can be compared. */
    record Fresh(Set<String> changed, Map<String, ComparablePerson> comparable) {
        static Fresh of(Map<String, ComparablePerson> comparable) {
            return new Fresh(comparable.keySet(), comparable);
        }
    }

    /**
     * @param replacements which records take the place of others, as their sources say
     * @param evidence on pairs of the records, by {@link Neighbourhood#pair}
     * @param fresh the records that the index does not know yet as they are now; of one that is withdrawn there is nothing to
     *     compare, though the index knows what it said until now
     */
    List<SortedSet<String>> of(
            Set<String> records,
            Map<String, LinkEvidence> evidence,
            Collection<Decision> decisions,
            Replacements replacements,
            Fresh fresh) {
        var ties = ties(evidence.values(), decisions, replacements);
        var components = new TreeMap<String, Set<String>>();
        records.forEach(record -> components
                .computeIfAbsent(ties.of(record), any -> new TreeSet<>())
                .add(record));
        var evidenceIn = new HashMap<String, Map<String, LinkEvidence>>();
        evidence.forEach((pair, one) -> {
            if (ties.of(one.left()).equals(ties.of(one.right()))) {
                evidenceIn
                        .computeIfAbsent(ties.of(one.left()), any -> new HashMap<>())
                        .put(pair, one);
            }
        });
        var people = new ArrayList<SortedSet<String>>();
        components.forEach((tie, members) -> {
            if (members.size() == 1) {
                people.add(new TreeSet<>(members));
            } else {
                var known = evidenceIn.getOrDefault(tie, Map.of());
                people.addAll(divided(members, complete(members, known, fresh), decisions, replacements));
            }
        });
        return people;
    }

    private Groups ties(Collection<LinkEvidence> evidence, Collection<Decision> decisions, Replacements replacements) {
        var ties = new Groups();
        evidence.stream()
                .filter(one -> one.score().weight() >= linkage.thresholds().linkWeight())
                .forEach(one -> ties.join(one.left(), one.right()));
        decisions.stream().filter(Decision::mustLink).forEach(one -> ties.join(one.left(), one.right()));
        replacements.constraints().forEach(one -> ties.join(one.left(), one.right()));
        return ties;
    }

    private List<SortedSet<String>> divided(
            Set<String> members,
            Collection<LinkEvidence> evidence,
            Collection<Decision> decisions,
            Replacements replacements) {
        var pairs = evidence.stream().map(LinkEvidence::forClustering).toList();
        var constraints = Stream.concat(
                        decisions.stream().map(Decision::forClustering), replacements.constraints().stream())
                .filter(one -> members.contains(one.left()) && members.contains(one.right()))
                .toList();
        return Clusters.partition(
                new Component(members, replacements.lend(pairs, members), constraints), linkage.thresholds());
    }

    /** Average linkage needs a weight for each pair; what blocking did not bring together is compared here. */
    private Collection<LinkEvidence> complete(Set<String> members, Map<String, LinkEvidence> evidence, Fresh fresh) {
        if (members.size() > COMPARE_ALL_UP_TO || members.size() < 3) {
            return evidence.values();
        }
        var complete = new HashMap<>(evidence);
        var comparable = new TreeMap<String, ComparablePerson>();
        for (var record : members) {
            var person = comparable(record, fresh);
            if (person != null) {
                comparable.put(record, person);
            }
        }
        comparable.forEach((left, person) -> comparable
                .tailMap(left, false)
                .forEach((right, other) -> complete.computeIfAbsent(Neighbourhood.pair(left, right), pair -> {
                    var judged = linkage.judge(person, other);
                    return LinkEvidence.between(left, right, judged.score(), judged.verdict());
                })));
        return complete.values();
    }

    private @Nullable ComparablePerson comparable(String record, Fresh fresh) {
        return fresh.changed().contains(record)
                ? fresh.comparable().get(record)
                : index.get(record).orElse(null);
    }
}
