package org.hms.registry.audit.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.audit.AuditTrail;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The audit trail in Postgres, which refuses to change or delete what was written. */
public final class JdbiAuditTrail implements AuditTrail {

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
        var batch = transaction.prepareBatch("""
                INSERT INTO audit_entry (at, caller, role, purpose, action, subject_type, subject_ids, outcome)
                VALUES (:at, :caller, :role, :purpose, :action, :subjectType, :subjectIds, :outcome)
                """);
        for (var entry : entries) {
            batch.bind("at", entry.at())
                    .bind("caller", entry.caller().subject())
                    .bind("role", entry.caller().role().code())
                    .bind("purpose", entry.caller().purpose())
                    .bind("action", entry.action())
                    .bind("subjectType", entry.subjectType())
                    .bindArray("subjectIds", String.class, entry.subjectIds())
                    .bind("outcome", entry.outcome())
                    .add();
        }
        batch.execute();
    }

    @Override
    public List<AuditEntry> about(String subjectId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT at, caller, role, purpose, action, subject_type, subject_ids, outcome
                        FROM audit_entry WHERE subject_ids @> ARRAY[:subject]::text[] ORDER BY id DESC LIMIT :limit
                        """)
                .bind("subject", subjectId)
                .bind("limit", limit)
                .map((row, context) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Caller(
                                row.getString("caller"),
                                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                                null,
                                null,
                                row.getString("purpose")),
                        row.getString("action"),
                        row.getString("subject_type"),
                        List.of((String[]) row.getArray("subject_ids").getArray()),
                        row.getString("outcome")))
                .list());
    }
}
