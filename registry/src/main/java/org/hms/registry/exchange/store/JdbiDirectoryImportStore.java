package org.hms.registry.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImport;
import org.hms.registry.exchange.DirectoryImport.Counts;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImport.Kind;
import org.hms.registry.exchange.DirectoryImportStore;
import org.hms.registry.exchange.ImportWatch;
import org.hms.registry.exchange.PlannedRow;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Imports of one kind of entry in Postgres; the store of the entries joins their transaction. */
public final class JdbiDirectoryImportStore<T extends DirectoryEntry> implements DirectoryImportStore<T> {

    private static final int GROUP = 500;

    private final Jdbi jdbi;

    private final DirectoryStore<T> entries;
    private final Kind kind;
    private final StoredJson json = new StoredJson();

    public JdbiDirectoryImportStore(Jdbi jdbi, DirectoryStore<T> entries, Kind kind) {
        this.jdbi = jdbi;
        this.entries = entries;
        this.kind = kind;
    }

    @Override
    public Map<String, Integer> versionsLeft(Set<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                SELECT DISTINCT ON (entry) entry, coalesce(version_undone, version_after) AS version
                FROM directory_import_row WHERE entry = ANY(:ids) AND version_after > 0
                ORDER BY entry, import DESC
                """)
                .bindArray("ids", String.class, List.copyOf(ids))
                .reduceRows(new LinkedHashMap<>(), (found, row) -> {
                    found.put(row.getColumn("entry", String.class), row.getColumn("version", Integer.class));
                    return found;
                }));
    }

    @Override
    public DirectoryImport publish(DirectoryImport planned, List<PlannedRow<T>> rows, Caller by, ImportWatch watch) {
        return jdbi.inTransaction(transaction -> {
            var next = rows.stream()
                    .filter(row -> row.next() != null)
                    .map(row -> new Published<>(row.next(), row.after(), planned.at()))
                    .toList();
            publishInGroups(next, by, watch);
            long id = insert(transaction, planned);
            insertRows(transaction, id, rows);
            watch.completed(id);
            return new DirectoryImport(
                    id, planned.source(), planned.format(), planned.by(), planned.at(), planned.counts(), null);
        });
    }

    private void publishInGroups(List<Published<T>> next, Caller by, ImportWatch watch) {
        for (int start = 0; start < next.size(); start += GROUP) {
            watch.written(start, next.size());
            entries.publish(next.subList(start, Math.min(start + GROUP, next.size())), by);
        }
    }

    private long insert(Handle transaction, DirectoryImport planned) {
        return transaction
                .createUpdate("""
                    INSERT INTO directory_import (kind, source, format, caller, at, counts)
                    VALUES (:kind, :source, :format, :by, :at, :counts::jsonb)
                    """)
                .bind("kind", kind)
                .bind("source", planned.source())
                .bind("format", planned.format())
                .bind("by", planned.by())
                .bind("at", planned.at())
                .bind("counts", json.write(planned.counts()))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private void insertRows(Handle transaction, long id, List<PlannedRow<T>> rows) {
        var batch = transaction.prepareBatch("""
            INSERT INTO directory_import_row (import, number, source_id, outcome, entry, version_before, version_after,
                reason, cells)
            VALUES (:import, :number, :sourceId, :outcome, :entry, :before, :after, :reason, :cells::json)
            """);
        for (var row : rows) {
            batch.bind("import", id)
                    .bind("number", row.row().number())
                    .bind("sourceId", row.row().id())
                    .bind("outcome", row.outcome())
                    .bind("entry", row.entry())
                    .bind("before", row.before())
                    .bind("after", row.after())
                    .bind("reason", row.reason())
                    .bind("cells", json.write(row.row().cells()))
                    .add();
            if (batch.size() == GROUP) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    @Override
    public void undo(DirectoryImport undone, List<Published<T>> restored, Instant at, Caller by) {
        jdbi.useTransaction(transaction -> {
            publishInGroups(restored, by, ImportWatch.NONE);
            var batch = transaction.prepareBatch("""
                UPDATE directory_import_row SET version_undone = :version WHERE import = :import AND entry = :entry
                """);
            for (var entry : restored) {
                batch.bind("version", entry.version())
                        .bind("import", undone.id())
                        .bind("entry", entry.content().id())
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
            transaction
                    .createUpdate("UPDATE directory_import SET undone_at = :at, undone_by = :by WHERE id = :id")
                    .bind("at", at)
                    .bind("by", by.subject())
                    .bind("id", undone.id())
                    .execute();
        });
    }

    @Override
    public Optional<DirectoryImport> find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM directory_import WHERE id = :id AND kind = :kind")
                        .bind("id", id)
                        .bind("kind", kind)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    @Override
    public List<DirectoryImport> list(int limit, int offset) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM directory_import WHERE kind = :kind ORDER BY id DESC LIMIT :limit OFFSET :offset")
                .bind("kind", kind)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> read(row))
                .list());
    }

    private DirectoryImport read(ResultSet row) throws SQLException {
        var undone = row.getObject("undone_at", OffsetDateTime.class);
        return new DirectoryImport(
                row.getLong("id"),
                row.getString("source"),
                Format.valueOf(row.getString("format")),
                row.getString("caller"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                json.read(row.getString("counts"), Counts.class),
                undone == null ? null : undone.toInstant());
    }

    @Override
    public void eachRow(long id, Consumer<KeptRow> each) {
        jdbi.useTransaction(transaction -> transaction
                .createQuery("SELECT * FROM directory_import_row WHERE import = :id ORDER BY number")
                .bind("id", id)
                .setFetchSize(GROUP)
                .map((row, context) -> kept(row))
                .forEach(each));
    }

    @SuppressWarnings("unchecked")
    private KeptRow kept(ResultSet row) throws SQLException {
        return new KeptRow(
                row.getInt("number"),
                row.getString("source_id"),
                PlannedRow.Outcome.valueOf(row.getString("outcome")),
                row.getString("entry"),
                row.getInt("version_before"),
                row.getInt("version_after"),
                row.getString("reason"),
                json.read(row.getString("cells"), LinkedHashMap.class));
    }
}
