package org.hms.registry.patient.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.ResolvedGroup.NewVersion;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The one transaction of a group: record versions, evidence, persons, memberships, golden records, lineage, review tasks,
 * change log and audit. Constraints, not isolation, guard identity: one live membership for each record.
 */
final class GroupCommit {

    private final Handle transaction;
    private final ResolvedGroup group;
    private final StoredJson json;
    private final CommitHook.All hooks;
    private final List<JdbiChangeLog.Entry> alsoLogged;
    private final Set<String> alsoConcerned;
    private final Set<String> born;
    private final Map<String, Long> changeOf = new HashMap<>();
    private final NewRows rows;
    private final WrittenWords words;
    private long lastChange;

    GroupCommit(Handle transaction, ResolvedGroup group, StoredJson json, CommitHook.All hooks, WrittenWords words) {
        this(transaction, group, json, hooks, words, List.of(), Set.of());
    }

    /**
     * @param alsoLogged what else this change is
     * @param alsoConcerned the records that are neither changed nor moved and whose tasks may open or close all the same
     */
    GroupCommit(
            Handle transaction,
            ResolvedGroup group,
            StoredJson json,
            CommitHook.All hooks,
            WrittenWords words,
            List<JdbiChangeLog.Entry> alsoLogged,
            Set<String> alsoConcerned) {
        this.transaction = transaction;
        this.group = group;
        this.json = json;
        this.hooks = hooks;
        this.alsoLogged = List.copyOf(alsoLogged);
        this.alsoConcerned = Set.copyOf(alsoConcerned);
        this.words = words;
        this.rows = new NewRows(transaction, json, changeOf);
        this.born = group.born();
    }

    /** Those of whom the tables may hold something. */
    private List<String> known(Collection<String> records) {
        return records.stream().filter(record -> !born.contains(record)).toList();
    }

    long write() {
        writeChanges();
        writeRecords();
        writeIdentifiers();
        writeEvidence();
        new PersonCommit(transaction, group.identification(), rows, lastChange)
                .write(known(group.identification().moves().keySet()));
        writeSearchRows();
        HomeCommit.write(transaction, group.identification().homes());
        new TaskCommit(transaction, group, alsoConcerned).write();
        JdbiAuditTrail.append(transaction, group.audit());
        hooks.written(transaction, group);
        return lastChange;
    }

    private void writeChanges() {
        var entries = new ArrayList<JdbiChangeLog.Entry>();
        for (var version : group.versions()) {
            entries.add(new JdbiChangeLog.Entry(
                    kindOf(version.record()), "PatientRecord", version.record().id()));
        }
        if (group.versions().isEmpty()) {
            group.evidence()
                    .keySet()
                    .forEach(id -> entries.add(new JdbiChangeLog.Entry("resolved", "PatientRecord", id)));
        }
        for (var golden : group.identification().golden()) {
            var kind = golden.version() == 1 ? "created" : "revised";
            entries.add(new JdbiChangeLog.Entry(kind, "Person", golden.eid()));
        }
        for (var ended : group.identification().ended()) {
            entries.add(new JdbiChangeLog.Entry("merged", "Person", ended));
        }
        entries.addAll(alsoLogged);
        long first = JdbiChangeLog.append(transaction, group.at(), entries);
        for (int i = 0; i < entries.size(); i++) {
            changeOf.put(entries.get(i).subjectId(), first + i);
        }
        lastChange = first + entries.size() - 1;
    }

    private static String kindOf(SourceRecord record) {
        if (!record.active()) {
            return "withdrawn";
        }
        return record.version() == 1 ? "created" : "revised";
    }

    private void writeRecords() {
        rows.records(group.versions().stream()
                .map(NewVersion::record)
                .filter(record -> born.contains(record.id()))
                .toList());
        var current = transaction.prepareBatch("""
                UPDATE patient_record SET version = :version, active = :active, source = :source, content_hash = :hash,
                    demographics = :demographics::jsonb, received_at = :at, replaced_by = :replacedBy
                WHERE id = :id
                """);
        for (var next : group.versions()) {
            var record = next.record();
            if (born.contains(record.id())) {
                continue;
            }
            current.bind("id", record.id())
                    .bind("source", record.source())
                    .bind("version", record.version())
                    .bind("active", record.active())
                    .bind("hash", record.contentHash())
                    .bind("demographics", json.write(record.demographics()))
                    .bind("at", record.receivedAt())
                    .bind("replacedBy", record.replacedBy())
                    .add();
        }
        executeIfAny(current);
        rows.versions(group.versions());
    }

    private void writeIdentifiers() {
        var revised =
                known(group.versions().stream().map(next -> next.record().id()).toList());
        if (!revised.isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM patient_identifier WHERE record_id = ANY(:ids)")
                    .bindArray("ids", String.class, revised)
                    .execute();
        }
        rows.identifiers(group.versions().stream().map(NewVersion::record).toList());
    }

    private void writeEvidence() {
        var outdated = known(group.evidence().keySet());
        if (!outdated.isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM evidence WHERE left_record = ANY(:ids) OR right_record = ANY(:ids)")
                    .bindArray("ids", String.class, outdated)
                    .execute();
        }
        rows.evidence(group.evidence().values(), group.model(), lastChange);
    }

    private void writeSearchRows() {
        var projection = new PersonProjection(transaction, rows, words);
        projection.write(group.identification().golden(), group.newcomers().keySet());
        projection.refresh(
                group.identification().moves().values(), group.identification().golden(), json);
        projection.end(group.identification().ended(), group.at());
    }

    private static void executeIfAny(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
