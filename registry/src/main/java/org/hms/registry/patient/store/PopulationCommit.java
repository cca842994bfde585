package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.store.CopyRows;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;

/**
 * The one transaction of a part of a population: the rows that {@link GroupCommit} would write of it, all of them new, into
 * tables whose keys are away. Review tasks follow from the evidence when all is in.
 */
final class PopulationCommit {

    /** The tables that are filled, whose keys can be away meanwhile. */
    static final List<String> TABLES = List.of(
            "change",
            "audit_entry",
            "patient_record",
            "patient_record_version",
            "patient_identifier",
            "evidence",
            "person",
            "golden_record",
            "membership",
            "person_search",
            "record_quality");

    private final Handle transaction;
    private final ResolvedGroup group;
    private final StoredJson json;
    private final Map<String, Long> changeOf = new HashMap<>();
    private long lastChange;

    PopulationCommit(Handle transaction, ResolvedGroup group, StoredJson json) {
        this.transaction = transaction;
        this.group = group;
        this.json = json;
    }

    /** @param words those that are written already, to which new ones are added */
    long write(CommitHook.All hooks, Set<PersonTerms.Word> words) {
        writeChanges();
        writeRecords();
        writeIdentities();
        writeSearchRows(words);
        JdbiAuditTrail.append(transaction, group.audit());
        hooks.loaded(transaction, group);
        return lastChange;
    }

    private void writeChanges() {
        var entries = new ArrayList<JdbiChangeLog.Entry>();
        for (var version : group.versions()) {
            entries.add(new JdbiChangeLog.Entry(
                    "created", "PatientRecord", version.record().id()));
        }
        for (var golden : group.identification().golden()) {
            entries.add(new JdbiChangeLog.Entry("created", "Person", golden.eid()));
        }
        long first = JdbiChangeLog.append(transaction, group.at(), entries);
        for (int i = 0; i < entries.size(); i++) {
            changeOf.put(entries.get(i).subjectId(), first + i);
        }
        lastChange = first + entries.size() - 1;
    }

    private void writeRecords() {
        var records = new CopyRows(
                "patient_record",
                "id, source, identifier_system, identifier_value, version, active, content_hash, demographics, received_at");
        var identifiers = new CopyRows("patient_identifier", "record_id, system, value");
        for (var next : group.versions()) {
            var record = next.record();
            var key = record.key();
            var id = record.id();
            records.add(
                    id,
                    record.source(),
                    key.system(),
                    key.value(),
                    record.version(),
                    record.active(),
                    record.contentHash(),
                    json.write(record.demographics()),
                    record.receivedAt());
            var known = new HashSet<List<String>>();
            known.add(List.of(key.system(), key.value()));
            record.demographics()
                    .identifiers()
                    .forEach(identifier -> known.add(List.of(identifier.system(), identifier.value())));
            known.forEach(identifier -> identifiers.add(id, identifier.getFirst(), identifier.getLast()));
        }
        records.send(transaction);
        identifiers.send(transaction);
    }

    private void writeIdentities() {
        var rows = new NewRows(transaction, json, changeOf);
        var identification = group.identification();
        rows.versions(group.versions());
        rows.evidence(group.evidence().values(), group.model(), lastChange);
        rows.persons(identification.golden().stream().map(GoldenRecord::eid).toList());
        rows.golden(identification.golden());
        rows.memberships(identification.moves(), lastChange);
    }

    private void writeSearchRows(Set<PersonTerms.Word> written) {
        var rows = new CopyRows(
                "person_search", "eid, living, active, updated_at, sex, born_from, born_until, family, given, terms");
        var words = new TreeSet<PersonTerms.Word>();
        for (var person : group.identification().golden()) {
            var terms = PersonTerms.of(person.demographics());
            terms.words().stream().filter(written::add).forEach(words::add);
            var row = SearchRow.of(person, terms.terms());
            rows.add(
                    row.eid(),
                    true,
                    true,
                    row.at(),
                    row.sex(),
                    row.bornFrom(),
                    row.bornUntil(),
                    row.family(),
                    row.given(),
                    CopyRows.lexemes(row.terms()));
        }
        rows.send(transaction);
        new PersonProjection(transaction).writeWords(words);
    }
}
