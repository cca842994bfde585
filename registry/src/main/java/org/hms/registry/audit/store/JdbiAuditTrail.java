package org.hms.registry.audit.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditCondition;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditEvent;
import org.hms.registry.audit.AuditEventId;
import org.hms.registry.audit.AuditLog;
import org.hms.registry.audit.AuditTrail;
import org.hms.registry.store.CopyRows;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** The audit trail in Postgres, which refuses to change or delete what was written. */
public final class JdbiAuditTrail implements AuditTrail, AuditLog {

    private static final String COLUMNS =
            "id, at, caller, role, purpose, source, address, action, subject_type, subject_ids, outcome, query";

    private final Jdbi jdbi;

    public JdbiAuditTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void record(AuditEntry entry) {
        jdbi.useHandle(handle -> append(handle, List.of(entry)));
    }

    /** Writes entries in the transaction of the change they tell of. */
    public static void append(Handle transaction, List<AuditEntry> entries) {
        if (entries.size() >= CopyRows.MANY) {
            copy(transaction, entries);
            return;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO audit_entry (at, caller, role, purpose, source, address, action, subject_type, subject_ids,
                    outcome, query)
                VALUES (:at, :caller, :role, :purpose, :source, :address, :action, :subjectType, :subjectIds,
                    :outcome, :query)
                """);
        for (var entry : entries) {
            batch.bind("at", entry.at())
                    .bind("caller", entry.caller().subject())
                    .bind("role", entry.caller().role().code())
                    .bind("purpose", entry.caller().purpose())
                    .bind("source", entry.caller().source())
                    .bind("address", entry.caller().address())
                    .bind("action", entry.action())
                    .bind("subjectType", entry.subjectType())
                    .bindArray("subjectIds", String.class, entry.subjectIds())
                    .bind("outcome", entry.outcome())
                    .bind("query", entry.query())
                    .add();
        }
        batch.execute();
    }

    private static void copy(Handle transaction, List<AuditEntry> entries) {
        var rows = new CopyRows(
                "audit_entry",
                "at, caller, role, purpose, source, address, action, subject_type, subject_ids, outcome, query");
        for (var entry : entries) {
            var caller = entry.caller();
            rows.add(
                    entry.at(),
                    caller.subject(),
                    caller.role().code(),
                    caller.purpose(),
                    caller.source(),
                    caller.address(),
                    entry.action(),
                    entry.subjectType(),
                    entry.subjectIds(),
                    entry.outcome(),
                    entry.query());
        }
        rows.send(transaction);
    }

    @Override
    public List<AuditEntry> about(String subjectId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                         FROM audit_entry WHERE subject_ids @> ARRAY[:subject]::text[] ORDER BY id DESC LIMIT :limit
                        """)
                .bind("subject", subjectId)
                .bind("limit", limit)
                .reduceRows(new ArrayList<>(), (entries, row) -> {
                    entries.add(entry(row));
                    return entries;
                }));
    }

    @Override
    public Found find(List<AuditCondition> conditions, int limit, int offset) {
        return jdbi.inTransaction(handle -> {
            var criteria = EventCriteria.of(conditions);
            int total = criteria.bindTo(
                            handle.createQuery("SELECT count(*) FROM " + EventCriteria.EVENTS + criteria.where()))
                    .mapTo(Integer.class)
                    .one();
            return new Found(total, total <= offset ? List.of() : page(handle, criteria, limit, offset));
        });
    }

    private static List<AuditEvent> page(Handle handle, EventCriteria criteria, int limit, int offset) {
        return criteria.bindTo(handle.createQuery("SELECT " + COLUMNS + ", part, subjects FROM " + EventCriteria.EVENTS
                        + criteria.where() + " ORDER BY id DESC, part LIMIT :limit OFFSET :offset"))
                .bind("limit", limit)
                .bind("offset", offset)
                .reduceRows(new ArrayList<>(), (events, row) -> {
                    events.add(event(row));
                    return events;
                });
    }

    @Override
    public Optional<AuditEvent> find(AuditEventId id) {
        return find(List.of(new AuditCondition.HasId(List.of(id))), 1, 0).page().stream()
                .findFirst();
    }

    private static AuditEvent event(RowView row) {
        var entry = entry(row);
        return new AuditEvent(
                new AuditEventId(row.getColumn("id", Long.class), row.getColumn("part", Integer.class)),
                new AuditEntry(
                        entry.at(),
                        entry.caller(),
                        entry.action(),
                        entry.subjectType(),
                        List.of(row.getColumn("subjects", String[].class)),
                        entry.outcome(),
                        entry.query()));
    }

    private static AuditEntry entry(RowView row) {
        return new AuditEntry(
                row.getColumn("at", OffsetDateTime.class).toInstant(),
                new Caller(
                        row.getColumn("caller", String.class),
                        Role.valueOf(row.getColumn("role", String.class).toUpperCase(Locale.ROOT)),
                        row.getColumn("source", String.class),
                        null,
                        row.getColumn("purpose", String.class),
                        row.getColumn("address", String.class)),
                row.getColumn("action", String.class),
                row.getColumn("subject_type", String.class),
                List.of(row.getColumn("subject_ids", String[].class)),
                row.getColumn("outcome", String.class),
                row.getColumn("query", String.class));
    }
}
