package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
 * each cluster keeps the id of most of its members. What is left over is minted, or ends in its heir. Claims are weighed by what
 * ids would be without anybody's decision, so that decisions withdrawn lead to the ids as they were.
 */
final class Identities {

    private static final EndedPersons NOBODY_ENDED = new EndedPersons() {
        @Override
        public Map<String, Set<String>> endedPersons(Collection<String> recordIds) {
            return Map.of();
        }

        @Override
        public Map<String, Set<String>> endedAmong(Collection<String> eids) {
            return Map.of();
        }
    };

    private Identities() {}

    /** One id's members after resolution. */
    record Assigned(String eid, SortedSet<String> records, boolean minted) {}

    /** The ids after resolution, and what became of those that changed hands. */
    record Assignment(List<Assigned> persons, List<Lineage> lineage) {

        Map<String, String> eids() {
            var eids = new HashMap<String, String>();
            persons.forEach(person -> person.records().forEach(record -> eids.put(record, person.eid())));
            return eids;
        }
    }

    /** The former id lives on in the other, wholly (merged) or in part (split). */
    record Lineage(String from, String to, Kind kind) {
        enum Kind {
            MERGED_INTO,
            SPLIT_INTO
        }
    }

    /**
     * Who has a claim on an id.
     *
     * @param homes the id of each record as if nobody had decided anything; these claims go first
     * @param current the id that each record has today
     * @param changed the records whose content is new; an id rather stays with those that are as they were
     * @param ended which ids have ended, and with which records: they are for no others
     */
    record Claims(Map<String, String> homes, Map<String, String> current, Set<String> changed, EndedPersons ended) {

        /** The ids claimed that nobody has today though somebody had. */
        Map<String, Set<String>> endedHomes() {
            var eids = new HashSet<>(homes.values());
            eids.removeAll(current.values());
            return eids.isEmpty() ? Map.of() : ended.endedAmong(eids);
        }
    }

    private record Overlap(int cluster, String eid, int size, int stays, int settled) {}

    /** @param former the id of each record that had one, which nobody's decision has touched */
    static Assignment assign(
            List<SortedSet<String>> clusters, Map<String, String> former, Set<String> changed, Supplier<String> mint) {
        return assign(clusters, new Claims(former, former, changed, NOBODY_ENDED), mint);
    }

    static Assignment assign(List<SortedSet<String>> clusters, Claims claims, Supplier<String> mint) {
        var eids = new HashMap<Integer, String>();
        var given = new HashSet<String>();
        var endedHomes = claims.endedHomes();
        var homes = overlaps(clusters, claims.homes(), claims);
        homes.removeIf(overlap -> {
            var last = endedHomes.get(overlap.eid());
            return last != null && Collections.disjoint(last, clusters.get(overlap.cluster()));
        });
        give(homes, eids, given);
        if (eids.size() < clusters.size()) {
            var spare = new HashMap<>(claims.current());
            spare.values().removeAll(new HashSet<>(claims.homes().values()));
            give(overlaps(clusters, spare, claims), eids, given);
        }
        if (eids.size() < clusters.size()) {
            give(overlaps(clusters, revivable(clusters, eids.keySet(), claims), claims), eids, given);
        }
        var persons = new ArrayList<Assigned>();
        for (int i = 0; i < clusters.size(); i++) {
            var kept = eids.get(i);
            persons.add(new Assigned(kept == null ? mint.get() : kept, clusters.get(i), kept == null));
        }
        return new Assignment(persons, lineage(persons, claims.current()));
    }

    private static void give(List<Overlap> overlaps, Map<Integer, String> eids, Set<String> given) {
        for (var overlap : overlaps) {
            if (!eids.containsKey(overlap.cluster()) && !given.contains(overlap.eid())) {
                eids.put(overlap.cluster(), overlap.eid());
                given.add(overlap.eid());
            }
        }
    }

    /** An ended id comes back to life only for most of the very records that it ended with. */
    private static Map<String, String> revivable(List<SortedSet<String>> clusters, Set<Integer> named, Claims claims) {
        var revivable = new HashMap<String, String>();
        var records = new HashSet<String>();
        for (int i = 0; i < clusters.size(); i++) {
            if (!named.contains(i)) {
                records.addAll(clusters.get(i));
            }
        }
        records.retainAll(claims.current().keySet());
        if (records.isEmpty()) {
            return revivable;
        }
        new TreeMap<>(claims.ended().endedPersons(records)).forEach((eid, last) -> {
            boolean claimed =
                    claims.homes().containsValue(eid) || claims.current().containsValue(eid);
            for (int i = 0; i < clusters.size(); i++) {
                var back = new TreeSet<>(clusters.get(i));
                back.retainAll(last);
                if (!named.contains(i) && !claimed && back.size() * 2 > last.size()) {
                    back.forEach(record -> revivable.putIfAbsent(record, eid));
                }
            }
        });
        return revivable;
    }

    /**
     * Largest first; ties to the cluster that most have the id of today, then to the more settled, then by the smaller id and
     * first record, so that there are no accidents.
     */
    private static List<Overlap> overlaps(List<SortedSet<String>> clusters, Map<String, String> former, Claims claims) {
        var overlaps = new ArrayList<Overlap>();
        for (int i = 0; i < clusters.size(); i++) {
            var cluster = clusters.get(i);
            var eids =
                    cluster.stream().map(former::get).filter(Objects::nonNull).collect(Collectors.toSet());
            for (var eid : eids) {
                int size = 0;
                int stays = 0;
                int settled = 0;
                for (var record : cluster) {
                    boolean has = eid.equals(former.get(record));
                    size += has ? 1 : 0;
                    stays += eid.equals(claims.current().get(record)) ? 1 : 0;
                    settled += has && !claims.changed().contains(record) ? 1 : 0;
                }
                overlaps.add(new Overlap(i, eid, size, stays, settled));
            }
        }
        overlaps.sort(Comparator.comparingInt(Overlap::size)
                .thenComparingInt(Overlap::stays)
                .thenComparingInt(Overlap::settled)
                .reversed()
                .thenComparing(Overlap::eid)
                .thenComparing(overlap -> clusters.get(overlap.cluster()).first()));
        return overlaps;
    }

    private static List<Lineage> lineage(List<Assigned> persons, Map<String, String> former) {
        var living = persons.stream().map(Assigned::eid).collect(Collectors.toSet());
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
