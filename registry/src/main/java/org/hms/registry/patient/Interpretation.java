package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hms.matching.cluster.Constraint.Kind;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;
import org.hms.registry.patient.Act.Said;

/** What an intent means for records as persons are today: decisions on pairs, and marks on records. */
final class Interpretation {

    private final PatientStore store;
    private final long act;
    private final Said said;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<GoldenMark> marks = new ArrayList<>();
    private final Set<String> records = new TreeSet<>();

    private Interpretation(PatientStore store, long act, Said said) {
        this.store = store;
        this.act = act;
        this.said = said;
    }

    static Ruling of(Intent intent, PatientStore store, long act, Said said) {
        var interpretation = new Interpretation(store, act, said);
        interpretation.read(intent);
        return new Ruling(interpretation.records, interpretation.decisions, interpretation.marks, Set.of());
    }

    private void read(Intent intent) {
        switch (intent) {
            case Intent.Same(var left, var right) -> pair(left, right, Kind.MUST_LINK);
            case Intent.Different(var left, var right) -> pair(left, right, Kind.CANNOT_LINK);
            case Intent.Merge(var persons) -> merge(persons);
            case Intent.Split(var person, var parted) -> split(members(person), new TreeSet<>(parted));
            case Intent.Move(var record, var to) -> move(record, to);
            case Intent.Pin pin -> pin(pin);
            case Intent.Deceased(var person, boolean deceased) ->
                mark(
                        members(person),
                        GoldenField.DECEASED,
                        new Demographics(List.of(), Sex.UNKNOWN, Birth.UNKNOWN, List.of(), null, List.of(), deceased));
            case Intent.Confidential(var person) -> members(person).forEach(this::tag);
        }
    }

    private void pair(String left, String right, Kind kind) {
        if (left.equals(right)) {
            throw ActRefused.unfit("A decision is about two records");
        }
        if (store.getRecords(List.of(left, right)).size() < 2) {
            throw ActRefused.unknown("No record has this id");
        }
        decide(left, right, kind);
    }

    /** Each record of one is tied to one of the other, so that all of them hang together. */
    private void merge(List<String> persons) {
        if (persons.size() < 2 || new HashSet<>(persons).size() < persons.size()) {
            throw ActRefused.unfit("A merge names two persons or more, each once");
        }
        var first = members(persons.getFirst());
        for (var person : persons.subList(1, persons.size())) {
            var other = members(person);
            other.forEach(record -> decide(first.getFirst(), record, Kind.MUST_LINK));
            first.stream().skip(1).forEach(record -> decide(record, other.getFirst(), Kind.MUST_LINK));
        }
    }

    private void split(List<String> members, TreeSet<String> parted) {
        if (parted.isEmpty() || !members.containsAll(parted)) {
            throw ActRefused.unfit("The records that are split off are records of this person");
        }
        var rest = new TreeSet<>(members);
        rest.removeAll(parted);
        if (rest.isEmpty()) {
            throw ActRefused.unfit("Whoever is split leaves a record behind");
        }
        parted.forEach(record -> rest.forEach(left -> decide(record, left, Kind.CANNOT_LINK)));
        parted.stream().skip(1).forEach(record -> decide(parted.first(), record, Kind.MUST_LINK));
    }

    private void move(String record, String to) {
        var target = members(to);
        if (target.contains(record)) {
            throw ActRefused.unfit("The record belongs to this person already");
        }
        var from = store.membership(List.of(record)).get(record);
        if (from == null) {
            throw ActRefused.unknown("No record has this id");
        }
        members(from).stream()
                .filter(left -> !left.equals(record))
                .forEach(left -> decide(record, left, Kind.CANNOT_LINK));
        target.forEach(member -> decide(record, member, Kind.MUST_LINK));
    }

    private void pin(Intent.Pin pin) {
        var members = members(pin.person());
        var record = pin.record();
        if (record == null) {
            var value = pin.said();
            if (value == null || !pin.field().isStatedIn(value)) {
                throw ActRefused.unfit("A pin names a record whose value is taken, or says the value");
            }
            mark(members, pin.field(), value);
        } else {
            var source = store.getRecords(List.of(record)).get(record);
            if (source == null || !members.contains(record)) {
                throw ActRefused.unfit("The record whose value is taken is a record of this person");
            }
            if (!pin.field().isStatedIn(source.demographics())) {
                throw ActRefused.unfit("The record says nothing of this field");
            }
            records.add(record);
            marks.add(new GoldenMark(act, record, pin.field().code(), true, null));
        }
    }

    /** What is said of a person is said of each of its records, so that it stays with each of them. */
    private void mark(Collection<String> members, GoldenField field, Demographics value) {
        members.forEach(member -> marks.add(new GoldenMark(act, member, field.code(), false, value)));
        records.addAll(members);
    }

    private void tag(String member) {
        marks.add(new GoldenMark(act, member, GoldenMark.CONFIDENTIAL, false, null));
        records.add(member);
    }

    private List<String> members(String eid) {
        var members = store.members(List.of(eid)).get(eid);
        if (members != null) {
            return members;
        }
        var heir = store.resolve(eid).orElseThrow(() -> ActRefused.unknown("No person has this enterprise id"));
        throw ActRefused.conflict("The person with this enterprise id was merged into " + heir);
    }

    private void decide(String one, String other, Kind kind) {
        decisions.add(Decision.between(one, other, kind, said.by(), said.why(), said.at(), act));
        records.add(one);
        records.add(other);
    }
}
