package org.hms.registry.privacy.store;

import java.time.Instant;
import org.hms.registry.privacy.RetentionStore;
import org.jdbi.v3.core.Jdbi;

/** Retention in Postgres. The audit trail gives way only to a transaction that names its limit, and never within a year. */
public final class JdbiRetentionStore implements RetentionStore {

    private static final int PIECE = 10_000;

    private final Jdbi jdbi;

    public JdbiRetentionStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public long removeAudit(Instant before, boolean dryRun) {
        if (dryRun) {
            return count("SELECT count(*) FROM audit_entry WHERE at < :before", before);
        }
        long removed = 0;
        for (int piece = removePiece(before); piece > 0; piece = removePiece(before)) {
            removed += piece;
        }
        return removed;
    }

    private int removePiece(Instant before) {
        return jdbi.inTransaction(transaction -> {
            transaction
                    .createQuery("SELECT set_config('registry.retention_before', :before, true)")
                    .bind("before", before.toString())
                    .mapTo(String.class)
                    .one();
            return transaction
                    .createUpdate("""
                            DELETE FROM audit_entry WHERE id IN (
                                SELECT id FROM audit_entry WHERE at < :before ORDER BY at LIMIT :piece)
                            """)
                    .bind("before", before)
                    .bind("piece", PIECE)
                    .execute();
        });
    }

    @Override
    public long emptyRectificationTexts(Instant before, boolean dryRun) {
        var which = "closed_at < :before AND (wrong <> '' OR evidence <> '')";
        if (dryRun) {
            return count("SELECT count(*) FROM rectification WHERE " + which, before);
        }
        return jdbi.withHandle(
                handle -> handle.createUpdate("UPDATE rectification SET wrong = '', evidence = '' WHERE " + which)
                        .bind("before", before)
                        .execute());
    }

    private long count(String question, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(question)
                .bind("before", before)
                .mapTo(Long.class)
                .one());
    }
}
