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
import org.hms.matching.normalise.ComparablePerson;
import org.hms.registry.patient.ResolvedGroup.Doubt;
import org.hms.registry.patient.ResolvedGroup.Homes;
import org.hms.registry.patient.ResolvedGroup.Identification;
import org.hms.rules.survivorship.SurvivorshipPolicy;
import org.jspecify.annotations.Nullable;

/** Derives who is whom in the neighbourhood of changed records: a pure function of evidence and decisions, then names. */
public final class Reclustering {

    private final PatientStore store;
    private final Linkage linkage;
    private final Partitioning partitioning;
    private final Doubts doubts;
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
        this.partitioning = new Partitioning(linkage, index);
        this.doubts = new Doubts(store, linkage.thresholds().reviewWeight());
        this.goldenRecords = new GoldenRecords(survivorship, linkage.matcher()::isNewborn);
        this.mint = mint;
        this.clock = clock;
    }

    Partitioning partitioning() {
        return partitioning;
    }

    GoldenRecords goldenRecords() {
        return goldenRecords;
    }

    /** Who is whom now, what a steward should see, and the evidence it rests on. */
    record Reclustered(
            Identification identification,
            List<Doubt> doubts,
            Map<String, String> persons,
            Set<String> joined,
            Map<String, String> former,
            Set<String> concerned) {

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

    Reclustered around(Changed changed, EvidenceSearch.Found found) {
        return around(changed, found, Ruling.NONE);
    }

    Reclustered around(Changed changed, EvidenceSearch.Found found, Ruling ruling) {
        boolean ruled = !ruling.equals(Ruling.NONE);
        var seeds = new HashSet<>(changed.records().keySet());
        seeds.addAll(ruling.records());
        var neighbourhood = new Neighbourhood(
                        store, linkage.thresholds().linkWeight(), found.outdated(), found.evidence(), ruling, changed)
                .growFrom(seeds);
        var naming = named(neighbourhood, found.comparable(), changed.records().keySet(), ruled);
        var persons = naming.assignment().eids();
        var joined = new HashSet<String>();
        naming.assignment().persons().stream()
                .filter(person -> person.records().size() > 1)
                .forEach(person -> joined.addAll(person.records()));
        var identification = identification(naming, neighbourhood.membership(), changed, ruling);
        // A decision also parts those who are one with the two it names, so all of them are looked at again.
        var concerned = new HashSet<>(ruled ? neighbourhood.records() : seeds);
        concerned.addAll(identification.moves().keySet());
        return new Reclustered(
                identification,
                doubts.about(concerned, found.evidence(), neighbourhood, persons),
                persons,
                joined,
                neighbourhood.membership(),
                concerned);
    }

    private record Naming(Identities.Assignment assignment, Homes homes) {}

    /** Where nobody has decided anything, ids are what they would be without decisions. */
    private Naming named(
            Neighbourhood neighbourhood, Map<String, ComparablePerson> comparable, Set<String> changed, boolean ruled) {
        var fresh = new Partitioning.Fresh(changed, comparable);
        var records = neighbourhood.records();
        var evidence = neighbourhood.evidence();
        var current = neighbourhood.membership();
        var clusters = partitioning.of(
                records,
                evidence,
                neighbourhood.decisions(),
                neighbourhood.replacements(neighbourhood.decisions()),
                fresh);
        if (neighbourhood.decisions().isEmpty() && !ruled) {
            var claims = new Identities.Claims(current, current, changed, store);
            return new Naming(Identities.assign(clusters, claims, mint), Homes.NONE);
        }
        var homes = new HashMap<>(current);
        homes.putAll(store.homes(records));
        var undecided = Identities.assign(
                        partitioning.of(records, evidence, List.of(), neighbourhood.replacements(List.of()), fresh),
                        new Identities.Claims(homes, current, changed, store),
                        mint)
                .eids();
        var assignment = Identities.assign(clusters, new Identities.Claims(undecided, current, changed, store), mint);
        return new Naming(assignment, Homes.of(undecided, assignment.eids()));
    }

    private Identification identification(Naming naming, Map<String, String> former, Changed changed, Ruling ruling) {
        var assignment = naming.assignment();
        var moves = new TreeMap<String, String>();
        var touched = new ArrayList<Identities.Assigned>();
        for (var person : assignment.persons()) {
            var arrivals = person.records().stream()
                    .filter(record -> !person.eid().equals(former.get(record)))
                    .toList();
            arrivals.forEach(record -> moves.put(record, person.eid()));
            boolean lost = former.entrySet().stream()
                    .anyMatch(stay -> stay.getValue().equals(person.eid())
                            && !person.records().contains(stay.getKey()));
            boolean concerned = person.records().stream()
                    .anyMatch(record -> changed.has(record) || ruling.records().contains(record));
            if (!arrivals.isEmpty() || lost || concerned) {
                touched.add(person);
            }
        }
        var living = assignment.persons().stream().map(Identities.Assigned::eid).collect(Collectors.toSet());
        var ended =
                former.values().stream().filter(eid -> !living.contains(eid)).collect(Collectors.toSet());
        // An id that has no golden record was never given to anyone that others could see.
        var before = store.goldenRecords(touched.stream()
                .filter(person -> !person.minted())
                .map(Identities.Assigned::eid)
                .toList());
        var minted = touched.stream()
                .map(Identities.Assigned::eid)
                .filter(eid -> !before.containsKey(eid))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Identification(
                minted,
                ended,
                moves,
                passages(assignment),
                golden(touched, new Before(former, before), changed, ruling),
                naming.homes());
    }

    private static List<ResolvedGroup.Passage> passages(Identities.Assignment assignment) {
        return assignment.lineage().stream()
                .map(one -> new ResolvedGroup.Passage(
                        one.from(), one.to(), one.kind().name()))
                .toList();
    }

    /** Who belonged to whom, and the golden records there were. */
    private record Before(Map<String, String> membership, Map<String, GoldenRecord> golden) {

        boolean lived(String eid) {
            return membership.containsValue(eid);
        }

        /** The end of an id counts as a version, so that one which comes back to life leaves its number free. */
        int nextVersion(@Nullable GoldenRecord last) {
            if (last == null) {
                return 1;
            }
            return last.version() + (lived(last.eid()) ? 1 : 2);
        }
    }

    private List<GoldenRecord> golden(
            List<Identities.Assigned> touched, Before formerly, Changed changed, Ruling ruling) {
        var needed = touched.stream()
                .flatMap(person -> person.records().stream())
                .filter(record -> !changed.has(record))
                .toList();
        var records = new HashMap<>(changed.records());
        records.putAll(store.getRecords(needed));
        var marks = new ArrayList<>(ruling.marks());
        store.marks(changed.known(records.keySet())).stream()
                .filter(ruling::countsStill)
                .forEach(marks::add);
        var sources = store.sources().stream().collect(Collectors.toMap(SourceSystem::id, source -> source));
        var golden = new ArrayList<GoldenRecord>();
        for (var person : touched) {
            var members = person.records().stream()
                    .map(record -> Objects.requireNonNull(records.get(record)))
                    .toList();
            var last = formerly.golden().get(person.eid());
            var derived = goldenRecords.of(person.eid(), formerly.nextVersion(last), members, sources, clock.instant());
            var next = Pins.applied(derived, marks, members);
            if (last == null || !formerly.lived(person.eid()) || !last.saysTheSameAs(next)) {
                golden.add(next);
            }
        }
        return golden;
    }
}
