package org.hms.registry.idempotency.store;

import java.time.Instant;
import java.util.Optional;
import org.hms.registry.idempotency.AnswerStore;
import org.hms.registry.idempotency.RequestKey;
import org.hms.registry.idempotency.StoredAnswer;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code idempotency_key}. */
public final class JdbiAnswerStore implements AnswerStore {

    private final Jdbi jdbi;

    public JdbiAnswerStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<StoredAnswer> find(RequestKey key, Instant notBefore) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT fingerprint, status, body, version, location FROM idempotency_key
                        WHERE caller = :caller AND key = :key AND at >= :notBefore
                        """)
                .bind("caller", key.caller())
                .bind("key", key.key())
                .bind("notBefore", notBefore)
                .map((row, context) -> new StoredAnswer(
                        row.getString("fingerprint"),
                        row.getInt("status"),
                        row.getString("body"),
                        row.getString("version"),
                        row.getString("location")))
                .findOne());
    }

    @Override
    public void keep(RequestKey key, StoredAnswer answer, Instant at, Instant forgetBefore) {
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("DELETE FROM idempotency_key WHERE at < :before")
                    .bind("before", forgetBefore)
                    .execute();
            transaction
                    .createUpdate("""
                            INSERT INTO idempotency_key (caller, key, fingerprint, status, body, version, location, at)
                            VALUES (:caller, :key, :fingerprint, :status, :body, :version, :location, :at)
                            ON CONFLICT (caller, key) DO NOTHING
                            """)
                    .bind("caller", key.caller())
                    .bind("key", key.key())
                    .bind("fingerprint", answer.fingerprint())
                    .bind("status", answer.status())
                    .bind("body", answer.body())
                    .bind("version", answer.version())
                    .bind("location", answer.location())
                    .bind("at", at)
                    .execute();
        });
    }
}
