package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.patient.ResolvedGroup;
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
