package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.hms.registry.patient.ResolvedGroup.Identification;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes who is whom after a group, within its transaction: persons, memberships, golden records, lineage. */
final class PersonCommit {

    private final Handle transaction;
    private final Identification identification;
    private final StoredJson json;
    private final Map<String, Long> changeOf;
    private final long lastChange;

    /** @param changeOf the change at which each person was written */
    PersonCommit(
            Handle transaction,
            Identification identification,
            StoredJson json,
            Map<String, Long> changeOf,
            long lastChange) {
        this.transaction = transaction;
        this.identification = identification;
        this.json = json;
        this.changeOf = changeOf;
        this.lastChange = lastChange;
    }

    /** @param movedBefore those of the moved records that were of somebody before */
    void write(List<String> movedBefore) {
        writePersons();
        writeMemberships(movedBefore);
        writeGoldenRecords();
        writeLineage();
    }

    private void writePersons() {
        var batch = transaction.prepareBatch(
                "INSERT INTO person (eid, active, version, first_change) VALUES (:eid, true, 1, :change)");
        for (var eid : identification.minted()) {
            batch.bind("eid", eid)
                    .bind("change", Objects.requireNonNull(changeOf.get(eid)))
                    .add();
        }
        executeIfAny(batch);
        setActive(false, identification.ended());
        // An id that had ended comes back to life with the records that it had.
        var joined = new TreeSet<>(identification.moves().values());
        joined.removeAll(identification.minted());
        setActive(true, joined);
    }

    private void setActive(boolean active, Collection<String> eids) {
        if (!eids.isEmpty()) {
            transaction
                    .createUpdate("UPDATE person SET active = :active WHERE eid = ANY(:eids) AND active <> :active")
                    .bind("active", active)
                    .bindArray("eids", String.class, List.copyOf(eids))
                    .execute();
        }
    }

    private void writeMemberships(List<String> moved) {
        var moves = identification.moves();
        if (!moved.isEmpty()) {
            transaction
                    .createUpdate("""
                        UPDATE membership SET to_change = :change WHERE record_id = ANY(:ids) AND to_change IS NULL
                        """)
                    .bind("change", lastChange)
                    .bindArray("ids", String.class, moved)
                    .execute();
        }
        var batch = transaction.prepareBatch(
                "INSERT INTO membership (record_id, eid, from_change) VALUES (:record, :eid, :change)");
        moves.forEach((record, eid) -> batch.bind("record", record)
                .bind("eid", eid)
                .bind("change", lastChange)
                .add());
        executeIfAny(batch);
    }

    private void writeGoldenRecords() {
        var versions = transaction.prepareBatch("""
            INSERT INTO golden_record (eid, version, content, at, change)
            VALUES (:eid, :version, :content::jsonb, :at, :change)
            """);
        var current = transaction.prepareBatch("UPDATE person SET version = :version WHERE eid = :eid");
        for (var golden : identification.golden()) {
            versions.bind("eid", golden.eid())
                    .bind("version", golden.version())
                    .bind("content", json.write(golden))
                    .bind("at", golden.at())
                    .bind("change", changeOf.get(golden.eid()))
                    .add();
            if (golden.version() > 1) {
                current.bind("eid", golden.eid())
                        .bind("version", golden.version())
                        .add();
            }
        }
        executeIfAny(versions);
        executeIfAny(current);
    }

    private void writeLineage() {
        var batch = transaction.prepareBatch(
                "INSERT INTO lineage (from_eid, to_eid, kind, change) VALUES (:from, :to, :kind, :change)");
        for (var passage : identification.lineage()) {
            batch.bind("from", passage.from())
                    .bind("to", passage.to())
                    .bind("kind", passage.kind())
                    .bind("change", lastChange)
                    .add();
        }
        executeIfAny(batch);
    }

    private static void executeIfAny(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
