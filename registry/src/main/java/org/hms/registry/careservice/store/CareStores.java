package org.hms.registry.careservice.store;

import java.time.InstantSource;
import java.util.List;
import org.hms.registry.careservice.CareDirectory;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.registry.territory.store.JdbiPublishedVersions;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Entries about care as entries of the directory, with the rows they are searched by. */
public final class CareStores {

    private CareStores() {}

    public static <T extends CareEntry> CareDirectory<T> of(Jdbi jdbi, Class<T> type, InstantSource clock) {
        return new CareDirectory<>(
                entries(jdbi, type), new JdbiCareSearch(jdbi, type), new JdbiPublishedVersions(jdbi, type), clock);
    }

    /** One kind of entry with all its versions. */
    public static <T extends CareEntry> JdbiDirectoryStore<T> entries(Jdbi jdbi, Class<T> type) {
        return new JdbiDirectoryStore<>(jdbi, type, CareStores::write);
    }

    private static void write(Handle transaction, List<? extends CareEntry> entries) {
        var ids = entries.stream().map(DirectoryEntry::id).toList();
        for (var table : List.of("directory_link", "directory_code")) {
            transaction
                    .createUpdate("DELETE FROM " + table + " WHERE entry_id = ANY(:ids)")
                    .bindArray("ids", String.class, ids)
                    .execute();
        }
        writeEntries(transaction, entries);
        writeLinks(transaction, entries);
        writeCodes(transaction, entries);
    }

    private static void writeEntries(Handle transaction, List<? extends CareEntry> entries) {
        var batch = transaction.prepareBatch("""
            INSERT INTO care_entry (id, withdrawn, status, since, until)
            VALUES (:id, :withdrawn, :status, :since, :until)
            ON CONFLICT (id) DO UPDATE SET withdrawn = excluded.withdrawn, status = excluded.status,
                since = excluded.since, until = excluded.until
            """);
        for (var entry : entries) {
            batch.bind("id", entry.id())
                    .bind("withdrawn", entry.withdrawn())
                    .bind("status", entry.statusCode())
                    .bind("since", entry.since())
                    .bind("until", entry.until())
                    .add();
        }
        executeIfAny(batch);
    }

    private static void writeLinks(Handle transaction, List<? extends CareEntry> entries) {
        var batch = transaction.prepareBatch("""
            INSERT INTO directory_link (entry_id, role, target) VALUES (:id, :role, :target) ON CONFLICT DO NOTHING
            """);
        for (var entry : entries) {
            entry.links()
                    .forEach(link -> batch.bind("id", entry.id())
                            .bind("role", link.role().name())
                            .bind("target", link.target())
                            .add());
        }
        executeIfAny(batch);
    }

    private static void writeCodes(Handle transaction, List<? extends CareEntry> entries) {
        var batch = transaction.prepareBatch("""
            INSERT INTO directory_code (entry_id, role, system, code) VALUES (:id, :role, :system, :code)
            ON CONFLICT DO NOTHING
            """);
        for (var entry : entries) {
            entry.codes()
                    .forEach(code -> batch.bind("id", entry.id())
                            .bind("role", code.role().name())
                            .bind("system", code.type().system())
                            .bind("code", code.type().code())
                            .add());
        }
        executeIfAny(batch);
    }

    private static void executeIfAny(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
