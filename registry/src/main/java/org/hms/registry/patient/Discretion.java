package org.hms.registry.patient;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.matching.person.Birth;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Sex;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;

/**
 * Who sees who a confidential person is: stewards and those who run the service or audit it, and the sources that hold a record
 * of the person. Others see the enterprise id and whether the person lives; lists show nobody more than that.
 */
final class Discretion {

    private static final Set<Role> SEE_ALL = Set.of(Role.ADMIN, Role.STEWARD, Role.AUDITOR);

    private final PatientStore store;

    Discretion(PatientStore store) {
        this.store = store;
    }

    /** Those who are confidential: one tagged record is enough. */
    Set<String> confidential(Collection<String> eids) {
        return store.confidential(eids);
    }

    static boolean seesAll(Caller caller) {
        return SEE_ALL.contains(caller.role());
    }

    private Set<String> tagged(Collection<String> records) {
        return store.marks(records).stream()
                .filter(mark -> mark.field().equals(GoldenMark.CONFIDENTIAL))
                .map(GoldenMark::record)
                .collect(Collectors.toSet());
    }

    Person shownTo(Caller caller, Person person) {
        var records = person.members().stream().map(SourceRecord::id).toList();
        boolean may = seesAll(caller)
                || person.members().stream().anyMatch(record -> record.source().equals(caller.source()));
        return may || tagged(records).isEmpty() ? person : new Person(masked(person.golden()), List.of());
    }

    /** Those of the persons of whom this caller sees no more than the enterprise id. */
    Set<String> hiddenFrom(Caller caller, Collection<String> eids) {
        if (seesAll(caller)) {
            return Set.of();
        }
        var hidden = new HashSet<>(confidential(eids));
        if (!hidden.isEmpty()) {
            store.members(hidden).forEach((eid, records) -> {
                if (store.getRecords(records).values().stream()
                        .anyMatch(record -> record.source().equals(caller.source()))) {
                    hidden.remove(eid);
                }
            });
        }
        return hidden;
    }

    /** What a source said of a confidential person it is shown itself, and no other source. */
    boolean maySee(Caller caller, SourceRecord record) {
        if (seesAll(caller) || record.source().equals(caller.source())) {
            return true;
        }
        var eid = store.membership(List.of(record.id())).get(record.id());
        return eid == null || confidential(List.of(eid)).isEmpty();
    }

    static GoldenRecord masked(GoldenRecord golden) {
        var said = new Demographics(
                List.of(),
                Sex.UNKNOWN,
                Birth.UNKNOWN,
                List.of(),
                null,
                List.of(),
                golden.demographics().deceased());
        return new GoldenRecord(golden.eid(), golden.version(), said, List.of(), golden.at());
    }
}
