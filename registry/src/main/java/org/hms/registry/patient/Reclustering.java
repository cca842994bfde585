package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.cluster.Clusters;
import org.hms.matching.cluster.Component;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.registry.patient.ResolvedGroup.Doubt;
import org.hms.registry.patient.ResolvedGroup.Identification;
import org.hms.rules.linkage.Action;
import org.hms.rules.linkage.FiredRule;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.jspecify.annotations.Nullable;

/** Derives who is whom in the neighbourhood of changed records: a pure function of evidence and decisions, then names. */
public final class Reclustering {

    /** In a larger neighbourhood pairs that blocking did not bring together count as unlike without being compared. */
    private static final int COMPARE_ALL_UP_TO = 64;

    private final PatientStore store;
    private final Linkage linkage;
    private final CandidateIndex index;
    private final GoldenRecords goldenRecords;
    private final Supplier<String> mint;
    private final InstantSource clock;

    public Reclustering(
            PatientStore store,
            Linkage linkage,
            CandidateIndex index,
            SurvivorshipPolicy survivorship,
            Supplier<String> mint,
            InstantSource clock) {
        this.store = store;
        this.linkage = linkage;
        this.index = index;
        this.goldenRecords = new GoldenRecords(
                survivorship, said -> linkage.matcher().standardise(said).newborn());
        this.mint = mint;
        this.clock = clock;
    }

    /** Who is whom now, what a steward should see, and the evidence it rests on. */
    record Reclustered(
            Identification identification, List<Doubt> doubts, Map<String, String> persons, Set<String> joined) {

        FeedOutcome outcomeOf(SourceRecord record) {
            var eid = persons.get(record.id());
            if (eid == null) {
                throw new IllegalStateException("Each record belongs to a person");
            }
            boolean doubtful = doubts.stream()
                    .anyMatch(doubt ->
                            doubt.left().equals(record.id()) || doubt.right().equals(record.id()));
            if (joined.contains(record.id())) {
                return new FeedOutcome.Joined(record.id(), record.version(), eid);
            }
            return doubtful
                    ? new FeedOutcome.AwaitsReview(record.id(), record.version(), eid)
                    : new FeedOutcome.Opened(record.id(), record.version(), eid);
        }
    }

    Reclustered around(Map<String, SourceRecord> changed, EvidenceSearch.Found found) {
        var neighbourhood = new Neighbourhood(
                        store,
                        linkage.thresholds().linkWeight(),
                        found.comparable().keySet(),
                        found.evidence())
                .growFrom(changed.keySet());
        var evidence = neighbourhood.evidence();
        var complete = complete(neighbourhood.records(), evidence, found.comparable());
        var partition = Clusters.partition(
                new Component(
                        neighbourhood.records(),
                        complete.values().stream()
                                .map(LinkEvidence::forClustering)
                                .toList(),
                        neighbourhood.decisions().stream()
                                .map(Decision::forClustering)
                                .toList()),
                linkage.thresholds());
        var assignment = Identities.assign(partition, neighbourhood.membership(), changed.keySet(), mint);
        var persons = new HashMap<String, String>();
        var joined = new HashSet<String>();
        for (var person : assignment.persons()) {
            for (var record : person.records()) {
                persons.put(record, person.eid());
                if (person.records().size() > 1) {
                    joined.add(record);
                }
            }
        }
        return new Reclustered(
                identification(assignment, neighbourhood, changed), doubts(found.evidence(), persons), persons, joined);
    }

    /** Average linkage needs a weight for each pair; what blocking did not bring together is compared here. */
    private Map<String, LinkEvidence> complete(
            Set<String> records, Map<String, LinkEvidence> evidence, Map<String, ComparablePerson> fresh) {
        if (records.size() > COMPARE_ALL_UP_TO || records.size() < 3) {
            return evidence;
        }
        var complete = new HashMap<>(evidence);
        var comparable = new TreeMap<String, ComparablePerson>();
        for (var record : records) {
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
        return complete;
    }

    private @Nullable ComparablePerson comparable(String record, Map<String, ComparablePerson> fresh) {
        var person = fresh.get(record);
        return person != null ? person : index.get(record).orElse(null);
    }

    private Identification identification(
            Identities.Assignment assignment, Neighbourhood neighbourhood, Map<String, SourceRecord> changed) {
        var former = neighbourhood.membership();
        var moves = new TreeMap<String, String>();
        var minted = new TreeSet<String>();
        var touched = new ArrayList<Identities.Assigned>();
        for (var person : assignment.persons()) {
            if (person.minted()) {
                minted.add(person.eid());
            }
            var arrivals = person.records().stream()
                    .filter(record -> !person.eid().equals(former.get(record)))
                    .toList();
            arrivals.forEach(record -> moves.put(record, person.eid()));
            boolean lost = former.entrySet().stream()
                    .anyMatch(stay -> stay.getValue().equals(person.eid())
                            && !person.records().contains(stay.getKey()));
            if (!arrivals.isEmpty() || lost || person.records().stream().anyMatch(changed::containsKey)) {
                touched.add(person);
            }
        }
        var living = assignment.persons().stream().map(Identities.Assigned::eid).collect(Collectors.toSet());
        var ended =
                former.values().stream().filter(eid -> !living.contains(eid)).collect(Collectors.toSet());
        var lineage = assignment.lineage().stream()
                .map(one -> new ResolvedGroup.Passage(
                        one.from(), one.to(), one.kind().name()))
                .toList();
        return new Identification(minted, ended, moves, lineage, golden(touched, changed));
    }

    private List<GoldenRecord> golden(List<Identities.Assigned> touched, Map<String, SourceRecord> changed) {
        var needed = touched.stream()
                .flatMap(person -> person.records().stream())
                .filter(record -> !changed.containsKey(record))
                .toList();
        var records = new HashMap<>(changed);
        records.putAll(store.getRecords(needed));
        var sources = store.sources().stream().collect(Collectors.toMap(SourceSystem::id, source -> source));
        var before = store.goldenRecords(
                touched.stream().map(Identities.Assigned::eid).toList());
        var golden = new ArrayList<GoldenRecord>();
        for (var person : touched) {
            var members = person.records().stream().map(records::get).toList();
            var last = before.get(person.eid());
            var next = goldenRecords.of(
                    person.eid(), last == null ? 1 : last.version() + 1, members, sources, clock.instant());
            if (last == null || !last.saysTheSameAs(next)) {
                golden.add(next);
            }
        }
        return golden;
    }

    /** Pairs strong enough to be looked at whose records stand apart. */
    private List<Doubt> doubts(Map<String, LinkEvidence> evidence, Map<String, String> persons) {
        return evidence.values().stream()
                .filter(one -> one.score().weight() >= linkage.thresholds().reviewWeight())
                .filter(one -> one.verdict().action() != Action.VETO)
                .filter(one -> !Objects.equals(persons.get(one.left()), persons.get(one.right())))
                .map(one -> new Doubt(
                        one.left(),
                        one.right(),
                        one.score().weight(),
                        one.verdict().rules().stream().map(FiredRule::id).toList()))
                .toList();
    }
}
