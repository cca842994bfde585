package org.hms.registry.privacy.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.store.JdbiAuditTrail;
import org.hms.registry.privacy.Rectification;
import org.hms.registry.privacy.Rectification.Closing;
import org.hms.registry.privacy.Rectification.Opening;
import org.hms.registry.privacy.Rectification.Route;
import org.hms.registry.privacy.Rectification.State;
import org.hms.registry.privacy.Rectification.Statement;
import org.hms.registry.privacy.RectificationStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Rectification requests in Postgres, each change with its audit entry in one transaction. */
public final class JdbiRectificationStore implements RectificationStore {

    private static final String COLUMNS = """
            SELECT id, eid, field, wrong, evidence, record_id, source, opened_by, opened_at, due_at, state, reason,
                   closed_by, closed_at
            FROM rectification
            """;

    private final Jdbi jdbi;

    public JdbiRectificationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Rectification open(String eid, Statement statement, Route route, Opening opening, AuditEntry audit) {
        return jdbi.inTransaction(transaction -> {
            long id = transaction
                    .createQuery("""
                            INSERT INTO rectification (eid, field, wrong, evidence, record_id, source, opened_by,
                                                       opened_at, due_at)
                            VALUES (:eid, :field, :wrong, :evidence, :record, :source, :by, :at, :due)
                            RETURNING id
                            """)
                    .bind("eid", eid)
                    .bind("field", statement.field())
                    .bind("wrong", statement.wrong())
                    .bind("evidence", statement.evidence())
                    .bind("record", route.recordId())
                    .bind("source", route.source())
                    .bind("by", opening.by())
                    .bind("at", opening.at())
                    .bind("due", opening.dueAt())
                    .mapTo(Long.class)
                    .one();
            JdbiAuditTrail.append(transaction, List.of(audit));
            return find(transaction, id).orElseThrow();
        });
    }

    @Override
    public Optional<Rectification> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    private static Optional<Rectification> find(Handle handle, long id) {
        return handle.createQuery(COLUMNS + "WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> rectification(row))
                .findOne();
    }

    @Override
    public Part list(Wanted wanted, int limit, int offset) {
        var conditions = new ArrayList<String>(List.of("true"));
        var values = new LinkedHashMap<String, Object>();
        if (wanted.state() != null) {
            conditions.add("state = :state");
            values.put("state", wanted.state().name());
        }
        if (wanted.source() != null) {
            conditions.add("source = :source");
            values.put("source", wanted.source());
        }
        if (wanted.eid() != null) {
            // The records belong to the person, whatever the person was called when the request was opened.
            conditions.add(
                    "record_id IN (SELECT m.record_id FROM membership m WHERE m.eid = :eid AND m.to_change IS NULL)");
            values.put("eid", wanted.eid());
        }
        var where = "WHERE " + String.join(" AND ", conditions);
        return jdbi.withHandle(handle -> new Part(
                bind(values, handle.createQuery(COLUMNS + where + " ORDER BY due_at, id LIMIT :limit OFFSET :offset"))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> rectification(row))
                        .list(),
                bind(values, handle.createQuery("SELECT count(*) FROM rectification " + where))
                        .mapTo(Long.class)
                        .one()));
    }

    private static Query bind(Map<String, Object> values, Query query) {
        values.forEach(query::bind);
        return query;
    }

    @Override
    public boolean close(long id, Closing closing, AuditEntry audit) {
        return jdbi.inTransaction(transaction -> {
            boolean closed = transaction
                            .createUpdate("""
                                    UPDATE rectification
                                    SET state = :state, reason = :reason, closed_by = :by, closed_at = :at
                                    WHERE id = :id AND state = 'OPEN'
                                    """)
                            .bind("id", id)
                            .bind("state", closing.state().name())
                            .bind("reason", closing.reason())
                            .bind("by", closing.by())
                            .bind("at", closing.at())
                            .execute()
                    == 1;
            if (closed) {
                JdbiAuditTrail.append(transaction, List.of(audit));
            }
            return closed;
        });
    }

    private static Rectification rectification(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        return new Rectification(
                row.getLong("id"),
                row.getString("eid"),
                new Statement(row.getString("field"), row.getString("wrong"), row.getString("evidence")),
                new Route(row.getString("record_id"), row.getString("source")),
                new Opening(row.getString("opened_by"), instant(row, "opened_at"), instant(row, "due_at")),
                state == State.OPEN
                        ? null
                        : new Closing(
                                state, row.getString("reason"), row.getString("closed_by"), instant(row, "closed_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
