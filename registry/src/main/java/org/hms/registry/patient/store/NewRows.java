package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.hms.matching.person.Identifier;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.store.CopyRows;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;

/** The rows that every commit adds and none changes, whether it is of one record or of a population. */
final class NewRows {

    private final Handle transaction;
    private final StoredJson json;
    private final Map<String, Long> changeOf;

    /** @param changeOf the change by which each record and person is written */
    NewRows(Handle transaction, StoredJson json, Map<String, Long> changeOf) {
        this.transaction = transaction;
        this.json = json;
        this.changeOf = changeOf;
    }

    void records(Collection<SourceRecord> records) {
        var rows = new CopyRows(
                "patient_record",
                "id, source, identifier_system, identifier_value, version, active, content_hash, demographics, received_at,"
                        + " replaced_by");
        for (var record : records) {
            rows.add(
                    record.id(),
                    record.source(),
                    record.key().system(),
                    record.key().value(),
                    record.version(),
                    record.active(),
                    record.contentHash(),
                    json.write(record.demographics()),
                    record.receivedAt(),
                    record.replacedBy());
        }
        rows.send(transaction);
    }

    /** The identifiers of records of which the table holds none; among them the one that a record is fed under. */
    void identifiers(Collection<SourceRecord> records) {
        var rows = new CopyRows("patient_identifier", "record_id, system, value");
        for (var record : records) {
            var known = new LinkedHashSet<Identifier>();
            known.add(new Identifier(record.key().system(), record.key().value()));
            known.addAll(record.demographics().identifiers());
            known.forEach(identifier -> rows.add(record.id(), identifier.system(), identifier.value()));
        }
        rows.send(transaction);
    }

    /** How living persons are found of whom the table holds nothing and of whom some record is in use. */
    void searched(Collection<SearchRow> persons) {
        var rows = new CopyRows(
                "person_search", "eid, living, active, updated_at, sex, born_from, born_until, family, given, terms");
        for (var row : persons) {
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
    }

    void versions(List<ResolvedGroup.NewVersion> versions) {
        var rows = new CopyRows("patient_record_version", "record_id, version, content, received_at, change");
        for (var next : versions) {
            var record = next.record();
            rows.add(record.id(), record.version(), next.content(), record.receivedAt(), changeOf.get(record.id()));
        }
        rows.send(transaction);
    }

    void evidence(Collection<List<LinkEvidence>> evidence, String model, long change) {
        var rows = new CopyRows("evidence", "left_record, right_record, weight, action, model, detail, change");
        evidence.stream()
                .flatMap(List::stream)
                .forEach(found -> rows.add(
                        found.left(),
                        found.right(),
                        found.score().weight(),
                        found.verdict().action().name(),
                        model,
                        json.write(new EvidenceDao.Detail(found.score(), found.verdict())),
                        change));
        rows.send(transaction);
    }

    void persons(Collection<String> eids) {
        var rows = new CopyRows("person", "eid, active, version, first_change");
        eids.forEach(eid -> rows.add(eid, true, 1, changeOf.get(eid)));
        rows.send(transaction);
    }

    void memberships(Map<String, String> moves, long change) {
        var rows = new CopyRows("membership", "record_id, eid, from_change");
        moves.forEach((record, eid) -> rows.add(record, eid, change));
        rows.send(transaction);
    }

    void golden(Collection<GoldenRecord> golden) {
        var rows = new CopyRows("golden_record", "eid, version, content, at, change");
        for (var person : golden) {
            rows.add(person.eid(), person.version(), json.write(person), person.at(), changeOf.get(person.eid()));
        }
        rows.send(transaction);
    }
}
