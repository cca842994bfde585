package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gives enterprise ids to the clusters of a component: each id goes to the cluster that holds most of its former members,
 * each cluster keeps the id of most of its members. What is left over is minted, or ends in its heir.
 */
final class Identities {

    private Identities() {}

    /** One id's members after resolution. */
    record Assigned(String eid, SortedSet<String> records, boolean minted) {}

    /** The ids after resolution, and what became of those that changed hands. */
    record Assignment(List<Assigned> persons, List<Lineage> lineage) {}

    /** The former id lives on in the other, wholly (merged) or in part (split). */
    record Lineage(String from, String to, Kind kind) {
        enum Kind {
            MERGED_INTO,
            SPLIT_INTO
        }
    }

    private record Overlap(int cluster, String eid, int size, int settled) {}

    /**
     * @param former the id of each record that had one
     * @param changed the records whose content is new; an id rather stays with those that are as they were
     */
    static Assignment assign(
            List<SortedSet<String>> clusters, Map<String, String> former, Set<String> changed, Supplier<String> mint) {
        var eids = new HashMap<Integer, String>();
        var given = new HashSet<String>();
        for (var overlap : overlaps(clusters, former, changed)) {
            if (!eids.containsKey(overlap.cluster()) && given.add(overlap.eid())) {
                eids.put(overlap.cluster(), overlap.eid());
            }
        }
        var persons = new ArrayList<Assigned>();
        for (int i = 0; i < clusters.size(); i++) {
            var kept = eids.get(i);
            persons.add(new Assigned(kept == null ? mint.get() : kept, clusters.get(i), kept == null));
        }
        return new Assignment(persons, lineage(persons, former, given));
    }

    /** Largest first; ties to the more settled, then by the smaller id and first record, so that there are no accidents. */
    private static List<Overlap> overlaps(
            List<SortedSet<String>> clusters, Map<String, String> former, Set<String> changed) {
        var overlaps = new ArrayList<Overlap>();
        for (int i = 0; i < clusters.size(); i++) {
            var cluster = clusters.get(i);
            var eids =
                    cluster.stream().map(former::get).filter(Objects::nonNull).collect(Collectors.toSet());
            for (var eid : eids) {
                var members = cluster.stream()
                        .filter(record -> eid.equals(former.get(record)))
                        .toList();
                int settled = (int) members.stream()
                        .filter(record -> !changed.contains(record))
                        .count();
                overlaps.add(new Overlap(i, eid, members.size(), settled));
            }
        }
        overlaps.sort(Comparator.comparingInt(Overlap::size)
                .thenComparingInt(Overlap::settled)
                .reversed()
                .thenComparing(Overlap::eid)
                .thenComparing(overlap -> clusters.get(overlap.cluster()).first()));
        return overlaps;
    }

    private static List<Lineage> lineage(List<Assigned> persons, Map<String, String> former, Set<String> living) {
        var lineage = new ArrayList<Lineage>();
        var heirs = new TreeMap<String, TreeMap<String, Integer>>();
        for (var person : persons) {
            for (var record : person.records()) {
                var before = former.get(record);
                if (before != null && !before.equals(person.eid())) {
                    heirs.computeIfAbsent(before, eid -> new TreeMap<>()).merge(person.eid(), 1, Integer::sum);
                }
            }
        }
        heirs.forEach((before, shares) -> {
            if (living.contains(before)) {
                shares.keySet().forEach(to -> lineage.add(new Lineage(before, to, Lineage.Kind.SPLIT_INTO)));
            } else {
                var main = new TreeSet<>(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey));
                main.addAll(shares.entrySet());
                lineage.add(new Lineage(before, main.first().getKey(), Lineage.Kind.MERGED_INTO));
            }
        });
        return lineage;
    }
}
