package org.hms.registry.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys and indexes that are away while their tables are filled: made at once over all rows they cost a fraction of what they
 * do row by row. What is away is written down in the transaction that takes it away, and made again at the next opening of
 * the database at the latest.
 */
public final class SuspendedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SuspendedKeys.class);

    /** In the order in which they can be dropped: references, then what they refer to, then what nothing refers to. */
    private static final String KEYS_OF_TABLES = """
            WITH filled AS (SELECT name::regclass AS id FROM unnest(:tables::text[]) AS t (name))
            SELECT CASE contype WHEN 'f' THEN 1 ELSE 2 END AS step,
                   format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
                   format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid)) AS make
            FROM pg_constraint
            WHERE contype IN ('p', 'u') AND conrelid IN (SELECT id FROM filled)
               OR contype = 'f' AND (conrelid IN (SELECT id FROM filled) OR confrelid IN (SELECT id FROM filled))
            UNION ALL
            SELECT 3, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
            FROM pg_index
            WHERE indrelid IN (SELECT id FROM filled)
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
            ORDER BY step, drop
            """;

    private record Key(String drop, String make) {}

    private SuspendedKeys() {}

    /**
     * Takes away all keys, indexes and references of the tables and to them.
     *
     * @param then what is to be executed when all are there again, in this order
     */
    public static void suspend(Handle transaction, Collection<String> tables, List<String> then) {
        then.reversed().forEach(statement -> keep(transaction, statement));
        var keys = transaction
                .createQuery(KEYS_OF_TABLES)
                .bindArray("tables", String.class, List.copyOf(tables))
                .map((row, context) -> new Key(row.getString("drop"), row.getString("make")))
                .list();
        for (var key : keys) {
            keep(transaction, key.make());
            transaction.execute(key.drop());
        }
    }

    private static void keep(Handle transaction, String statement) {
        transaction.execute("INSERT INTO suspended_key (statement) VALUES (?)", statement);
    }

    private record Suspended(long id, String statement) {}

    /** Makes again what is away, the last taken first; each at once or not at all, so that it can be gone on with. */
    public static void restore(Jdbi jdbi, Runnable made) {
        var keys =
                jdbi.withHandle(handle -> handle.createQuery("SELECT id, statement FROM suspended_key ORDER BY id DESC")
                        .map((row, context) -> new Suspended(row.getLong("id"), row.getString("statement")))
                        .list());
        for (var key : keys) {
            long begun = System.nanoTime();
            jdbi.useTransaction(transaction -> {
                transaction.execute("SET LOCAL maintenance_work_mem = '1GB'");
                transaction.execute("SET LOCAL work_mem = '256MB'");
                transaction.execute(key.statement());
                transaction.execute("DELETE FROM suspended_key WHERE id = ?", key.id());
            });
            LOG.info("Made again in {} ms: {}", (System.nanoTime() - begun) / 1_000_000, key.statement());
            made.run();
        }
    }
}
