package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.hms.registry.access.Caller;
import org.hms.registry.patient.Linkage.Judged;
import org.hms.rules.linkage.Action;

/** What others ask the patient index. Nothing is stored by asking, but for the audit that the edges write. */
public final class PatientIndex {

    private static final int CANDIDATES = 256;

    private final PatientStore store;
    private final Linkage linkage;
    private final CandidateIndex index;
    private final Discretion discretion;
    private final SourceSystems sources;

    public PatientIndex(PatientStore store, Linkage linkage, CandidateIndex index) {
        this.store = store;
        this.linkage = linkage;
        this.index = index;
        this.discretion = new Discretion(store);
        this.sources = new SourceSystems(store);
    }

    /** An identifier system as we write it, however the source that owns it is used to spell it. */
    public String canonical(String system) {
        return sources.canonical(system);
    }

    /** Persons who may be the one described, best first. */
    public List<MatchedPerson> match(Demographics described) {
        var probe = linkage.matcher().standardise(sources.canonical(described));
        var judged = new HashMap<String, Judged>();
        for (var candidate : index.find(probe, CANDIDATES).candidates()) {
            judged.put(candidate.recordId(), linkage.judge(probe, candidate.person()));
        }
        judged.values()
                .removeIf(one -> one.score().weight() < linkage.thresholds().reviewWeight()
                        || one.verdict().action() == Action.VETO);
        var membership = store.membership(judged.keySet());
        var best = new HashMap<String, Member>();
        judged.forEach((record, one) -> {
            var eid = membership.get(record);
            if (eid != null) {
                best.merge(eid, new Member(record, one), Member::better);
            }
        });
        return matched(probe, best);
    }

    /** A person's record with its score. */
    private record Member(String record, Judged judged) {
        private static final Comparator<Member> BY_WEIGHT = Comparator.comparingDouble(
                (Member member) -> member.judged().score().weight());

        /** Of two alike the one with the smaller id, so that the answer has no accidents. */
        static Member better(Member one, Member other) {
            return BY_WEIGHT.reversed().thenComparing(Member::record).compare(one, other) <= 0 ? one : other;
        }
    }

    private List<MatchedPerson> matched(ComparablePerson probe, Map<String, Member> bestMember) {
        var golden = store.goldenRecords(bestMember.keySet());
        var persons = new ArrayList<MatchedPerson>();
        bestMember.forEach((eid, member) -> {
            var person = golden.get(eid);
            if (person != null) {
                var onGolden = linkage.judge(probe, linkage.matcher().standardise(person.demographics()));
                persons.add(MatchedPerson.of(person, member.record(), member.judged(), onGolden, linkage.thresholds()));
            }
        });
        persons.sort(Comparator.comparingDouble(MatchedPerson::weight)
                .reversed()
                .thenComparing(person -> person.golden().eid()));
        var confidential = discretion.confidential(golden.keySet());
        persons.replaceAll(person -> confidential.contains(person.golden().eid()) ? person.masked() : person);
        return MatchedPerson.certainOnlyWithMargin(persons, linkage.thresholds());
    }

    /** The source's record of that name. */
    public Optional<SourceRecord> findRecord(RecordKey key) {
        return Optional.ofNullable(store.findRecords(List.of(key)).get(key));
    }

    public Optional<SourceRecord> findRecord(String recordId) {
        return Optional.ofNullable(store.getRecords(List.of(recordId)).get(recordId));
    }

    /** The person a record belongs to now. */
    public Optional<String> findPersonOf(String recordId) {
        return Optional.ofNullable(store.membership(List.of(recordId)).get(recordId));
    }

    /** The living persons who have this identifier, by any of their active records. */
    public Collection<String> findPersonsWith(Identifier identifier) {
        var records = store.recordsWithIdentifier(canonical(identifier.system()), identifier.value());
        return new TreeSet<>(
                store.membership(records.stream().map(SourceRecord::id).toList())
                        .values());
    }

    public boolean knowsIdentifierSystem(String system) {
        return sources.findOwner(system).isPresent() || store.knowsIdentifierSystem(system);
    }

    /** The person an enterprise id leads to; an id that was merged leads to its heir. */
    public Optional<Person> findPerson(String eid) {
        return store.resolve(eid).map(living -> {
            var records = store.getRecords(store.members(List.of(living)).getOrDefault(living, List.of()));
            var golden =
                    Objects.requireNonNull(store.goldenRecords(List.of(living)).get(living));
            return new Person(golden, List.copyOf(records.values()));
        });
    }

    /** Evidence between the members of a person, and to those outside. */
    public List<LinkEvidence> evidenceAbout(Person person) {
        var records = person.members().stream().map(SourceRecord::id).collect(Collectors.toSet());
        return store.evidenceTouching(records, Double.NEGATIVE_INFINITY);
    }

    public Optional<PersonHistory> findHistory(String eid) {
        return store.findHistory(eid);
    }

    /** For lists, which do not show who confidential persons are. */
    public List<GoldenRecord> goldenRecords(Collection<String> eids) {
        var confidential = discretion.confidential(eids);
        return store.goldenRecords(eids).values().stream()
                .map(golden -> confidential.contains(golden.eid()) ? Discretion.masked(golden) : golden)
                .toList();
    }

    /** The person as this caller may see one; of a confidential one perhaps the enterprise id alone. */
    public Person shownTo(Caller caller, Person person) {
        return discretion.shownTo(caller, person);
    }

    /** Of the ids of persons and records those of whom this caller may see the enterprise id alone. */
    public Set<String> hiddenFrom(Caller caller, Collection<String> ids) {
        var eids = new HashMap<String, String>();
        for (var id : ids) {
            findPersonOf(id)
                    .or(() -> findPerson(id).map(person -> person.golden().eid()))
                    .ifPresent(eid -> eids.put(id, eid));
        }
        var hidden = discretion.hiddenFrom(caller, new HashSet<>(eids.values()));
        eids.values().retainAll(hidden);
        return eids.keySet();
    }

    /** Whether this caller may see what a source said of a person, who may be confidential. */
    public boolean maySee(Caller caller, SourceRecord record) {
        return discretion.maySee(caller, record);
    }
}
