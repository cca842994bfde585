package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.hms.registry.patient.ResolvedGroup.Identification;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes who is whom after a group, within its transaction: persons, memberships, golden records, lineage. */
final class PersonCommit {

    private final Handle transaction;
    private final Identification identification;
    private final NewRows rows;
    private final long lastChange;

    PersonCommit(Handle transaction, Identification identification, NewRows rows, long lastChange) {
        this.transaction = transaction;
        this.identification = identification;
        this.rows = rows;
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
        rows.persons(identification.minted());
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
        rows.memberships(moves, lastChange);
    }

    private void writeGoldenRecords() {
        rows.golden(identification.golden());
        var current = transaction.prepareBatch("UPDATE person SET version = :version WHERE eid = :eid");
        for (var golden : identification.golden()) {
            if (golden.version() > 1) {
                current.bind("eid", golden.eid())
                        .bind("version", golden.version())
                        .add();
            }
        }
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
