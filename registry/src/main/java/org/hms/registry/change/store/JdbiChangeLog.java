package org.hms.registry.change.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.hms.registry.change.Change;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.store.CopyRows;
import org.hms.registry.store.StorageRoom;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The change log in Postgres; whoever writes takes numbers inside the transaction that they describe. */
public final class JdbiChangeLog implements ChangeLog {

    private final Jdbi jdbi;

    public JdbiChangeLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What a transaction is about to write to the log. */
    public record Entry(String kind, String subjectType, String subjectId) {}

    /**
     * Appends the entries in their order and returns the number of the first. The counter's row stays locked until the
     * transaction ends, so no reader ever sees a later number before an earlier one (ADR-0003). Whatever changes comes by
     * here, so here it is refused when the disk is nearly full.
     */
    public static long append(Handle transaction, Instant at, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A change log entry describes something");
        }
        transaction.getConfig(StorageRoom.class).require();
        long last = transaction
                .createQuery("UPDATE change_counter SET last = last + :count RETURNING last")
                .bind("count", entries.size())
                .mapTo(Long.class)
                .one();
        long first = last - entries.size() + 1;
        if (entries.size() >= CopyRows.MANY) {
            copy(transaction, first, at, entries);
            return first;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO change (number, at, kind, subject_type, subject_id)
                VALUES (:number, :at, :kind, :subjectType, :subjectId)
                """);
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            batch.bind("number", first + i)
                    .bind("at", at)
                    .bind("kind", entry.kind())
                    .bind("subjectType", entry.subjectType())
                    .bind("subjectId", entry.subjectId())
                    .add();
        }
        batch.execute();
        return first;
    }

    private static void copy(Handle transaction, long first, Instant at, List<Entry> entries) {
        var rows = new CopyRows("change", "number, at, kind, subject_type, subject_id");
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            rows.add(first + i, at, entry.kind(), entry.subjectType(), entry.subjectId());
        }
        rows.send(transaction);
    }

    @Override
    public long last() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT last FROM change_counter")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Change> since(long number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT number, at, kind, subject_type, subject_id
                        FROM change WHERE number > :number ORDER BY number LIMIT :limit
                        """)
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> new Change(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("kind"),
                        row.getString("subject_type"),
                        row.getString("subject_id")))
                .list());
    }
}
