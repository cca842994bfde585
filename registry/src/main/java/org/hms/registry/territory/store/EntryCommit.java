package org.hms.registry.territory.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.store.Overtaken;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.NameFolding;
import org.hms.registry.territory.Published;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows that every published entry writes: itself, its version, its identifiers and names, the logs. */
final class EntryCommit<T extends DirectoryEntry> {

    private static final Set<String> PLACES = Set.of("Jurisdiction", "Facility");

    private final Handle transaction;
    private final String kind;
    private final List<Published<T>> next;
    private final StoredJson json;

    EntryCommit(Handle transaction, String kind, List<Published<T>> next, StoredJson json) {
        this.transaction = transaction;
        this.kind = kind;
        this.next = next;
        this.json = json;
    }

    void write(Caller by) {
        var at = next.getFirst().at();
        var firstChange = writeChanges(at);
        writeEntries();
        writeVersions(firstChange, by);
        clear("directory_identifier");
        writeIdentifiers();
        clear("directory_name");
        writeNames();
        JdbiAuditTrail.append(transaction, List.of(new AuditEntry(at, by, "publish", kind, ids(), "success")));
    }

    private long writeChanges(Instant at) {
        var entries = next.stream()
                .map(entry -> new JdbiChangeLog.Entry(
                        entry.version() == 1 ? "created" : "revised",
                        kind,
                        entry.content().id()))
                .toList();
        return JdbiChangeLog.append(transaction, at, entries);
    }

    private void writeEntries() {
        var batch = transaction.prepareBatch("""
                INSERT INTO directory_entry (id, kind, version, active, content, at)
                VALUES (:id, :kind, :version, :active, :content::jsonb, :at)
                ON CONFLICT (id) DO UPDATE SET version = excluded.version, active = excluded.active,
                    content = excluded.content, at = excluded.at
                """);
        for (var entry : next) {
            batch.bind("id", entry.content().id())
                    .bind("kind", kind)
                    .bind("version", entry.version())
                    .bind("active", entry.content().active())
                    .bind("content", json.write(entry.content()))
                    .bind("at", entry.at())
                    .add();
        }
        batch.execute();
    }

    private void writeVersions(long firstChange, Caller by) {
        var batch = transaction.prepareBatch("""
                INSERT INTO directory_entry_version (entry_id, version, content, at, change, caller)
                VALUES (:id, :version, :content::jsonb, :at, :change, :caller)
                """);
        var change = firstChange;
        for (var entry : next) {
            batch.bind("id", entry.content().id())
                    .bind("version", entry.version())
                    .bind("content", json.write(entry.content()))
                    .bind("at", entry.at())
                    .bind("change", change++)
                    .bind("caller", by.subject())
                    .add();
        }
        Overtaken.unlessFirst(batch::execute);
    }

    private void writeIdentifiers() {
        var batch = transaction.prepareBatch("""
                INSERT INTO directory_identifier (entry_id, system, value) VALUES (:id, :system, :value)
                ON CONFLICT DO NOTHING
                """);
        for (var entry : next) {
            for (var identifier : entry.content().identifiers()) {
                batch.bind("id", entry.content().id())
                        .bind("system", identifier.system())
                        .bind("value", identifier.value())
                        .add();
            }
        }
        executeIfAny(batch);
    }

    private void writeNames() {
        var batch = transaction.prepareBatch("""
                INSERT INTO directory_name (entry_id, part, name, folded, of_place)
                VALUES (:id, :part, :name, :folded, :ofPlace)
                ON CONFLICT DO NOTHING
                """);
        for (var entry : next) {
            for (var name : entry.content().names()) {
                batch.bind("id", entry.content().id())
                        .bind("part", name.part().name())
                        .bind("name", name.text())
                        .bind("folded", NameFolding.fold(name.text()))
                        .bind("ofPlace", PLACES.contains(kind))
                        .add();
            }
        }
        executeIfAny(batch);
    }

    private void clear(String table) {
        transaction
                .createUpdate("DELETE FROM " + table + " WHERE entry_id = ANY(:ids)")
                .bindArray("ids", String.class, ids())
                .execute();
    }

    private List<String> ids() {
        return next.stream().map(entry -> entry.content().id()).toList();
    }

    static void executeIfAny(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
