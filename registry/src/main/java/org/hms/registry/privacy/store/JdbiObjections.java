package org.hms.registry.privacy.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.privacy.Objections;
import org.jdbi.v3.core.Jdbi;

/** Objections in Postgres; one that is withdrawn stays as history. */
public final class JdbiObjections implements Objections {

    private final Jdbi jdbi;

    public JdbiObjections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<Objection> find(Collection<String> records) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT reason, stated_by, stated_at FROM objection
                        WHERE withdrawn_at IS NULL AND record_id = ANY(:ids) ORDER BY stated_at, id LIMIT 1
                        """)
                .bindArray("ids", String.class, List.copyOf(records))
                .map((row, context) -> new Objection(
                        row.getString("reason"),
                        row.getString("stated_by"),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    @Override
    public void state(Collection<String> records, Objection objection) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO objection (record_id, reason, stated_by, stated_at)
                        SELECT id, :reason, :by, :at FROM unnest(:ids) AS id
                        ON CONFLICT (record_id) WHERE withdrawn_at IS NULL DO NOTHING
                        """)
                .bindArray("ids", String.class, List.copyOf(records))
                .bind("reason", objection.reason())
                .bind("by", objection.statedBy())
                .bind("at", objection.statedAt())
                .execute());
    }

    @Override
    public boolean withdraw(Collection<String> records, String by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE objection SET withdrawn_by = :by, withdrawn_at = :at
                        WHERE withdrawn_at IS NULL AND record_id = ANY(:ids)
                        """)
                        .bindArray("ids", String.class, List.copyOf(records))
                        .bind("by", by)
                        .bind("at", at)
                        .execute()
                > 0);
    }
}
