package org.hms.registry.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.registry.audit.AuditEntry;
import org.hms.rules.linkage.FiredRule;

/** Everything that the resolution of a group of records changes; written in one transaction or not at all. */
public record ResolvedGroup(
        Instant at,
        List<NewVersion> versions,
        Map<String, List<LinkEvidence>> evidence,
        Identification identification,
        List<Doubt> doubts,
        String model,
        List<AuditEntry> audit) {

    /** The records of whom nothing was known before: of them no table holds anything. */
    public Set<String> born() {
        return versions.stream()
                .map(NewVersion::record)
                .filter(record -> record.version() == 1)
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
    }

    /** Persons whom nobody knew before, with their records, which have all just come and are in use. */
    public Map<String, List<String>> newcomers() {
        var inUse = versions.stream()
                .map(NewVersion::record)
                .filter(record -> record.version() == 1 && record.active())
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
        var newcomers = new TreeMap<String, List<String>>();
        identification.moves().forEach((record, eid) -> {
            if (identification.minted().contains(eid)) {
                newcomers.computeIfAbsent(eid, _ -> new ArrayList<>()).add(record);
            }
        });
        newcomers.values().removeIf(records -> !inUse.containsAll(records));
        return newcomers;
    }

    /** A record's next version and the content it came with. */
    public record NewVersion(SourceRecord record, String content) {}

    /** Who is whom after the group: moves of records, ids minted and ended, golden records computed anew. */
    public record Identification(
            Set<String> minted,
            Set<String> ended,
            Map<String, String> moves,
            List<Passage> lineage,
            List<GoldenRecord> golden,
            Homes homes) {}

    /** The ids that records would have without decisions: of those who have another, and of those who have theirs again. */
    public record Homes(Map<String, String> away, Set<String> back) {
        static final Homes NONE = new Homes(Map.of(), Set.of());

        static Homes of(Map<String, String> undecided, Map<String, String> decided) {
            var away = new TreeMap<String, String>();
            var back = new TreeSet<String>();
            undecided.forEach((record, home) -> {
                if (home.equals(decided.get(record))) {
                    back.add(record);
                } else {
                    away.put(record, home);
                }
            });
            return new Homes(away, back);
        }
    }

    public record Passage(String from, String to, String kind) {}

    /** A pair that a steward should look at. */
    public record Doubt(String left, String right, double weight, List<String> rules) {
        static Doubt of(LinkEvidence evidence) {
            var rules = evidence.verdict().rules().stream().map(FiredRule::id).toList();
            return new Doubt(evidence.left(), evidence.right(), evidence.score().weight(), rules);
        }
    }
}
