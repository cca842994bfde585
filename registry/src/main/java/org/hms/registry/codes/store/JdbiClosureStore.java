package org.hms.registry.codes.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hms.registry.codes.ClosureStore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code closure_table}, {@code closure_concept} and {@code closure_entry}. */
public final class JdbiClosureStore implements ClosureStore {
    private final Jdbi jdbi;

    public JdbiClosureStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void begin(String name, Instant at) {
        jdbi.useTransaction(transaction -> {
            transaction
                    .createUpdate("DELETE FROM closure_table WHERE name = :name")
                    .bind("name", name)
                    .execute();
            transaction
                    .createUpdate("INSERT INTO closure_table (name, begun) VALUES (:name, :at)")
                    .bind("name", name)
                    .bind("at", at)
                    .execute();
        });
    }

    @Override
    public Optional<Closure> find(String name) {
        return jdbi.inTransaction(transaction -> isThere(transaction, name, false)
                ? Optional.of(new Closure(concepts(transaction, name), entries(transaction, name)))
                : Optional.empty());
    }

    @Override
    public boolean add(String name, List<Told> concepts, List<Entry> entries) {
        return jdbi.inTransaction(transaction -> {
            if (!isThere(transaction, name, true)) {
                return false;
            }
            var known = concepts(transaction, name);
            var newest = new Closure(known, List.of()).version();
            if (concepts.stream().anyMatch(concept -> concept.version() != newest + 1)) {
                return false;
            }
            concepts.forEach(concept -> transaction
                    .createUpdate("INSERT INTO closure_concept VALUES (:name, :system, :code, :version)")
                    .bind("name", name)
                    .bindMethods(concept)
                    .execute());
            entries.forEach(entry -> transaction
                    .createUpdate("INSERT INTO closure_entry VALUES (:name, :system, :code, :ancestor, :version)")
                    .bind("name", name)
                    .bindMethods(entry)
                    .execute());
            return true;
        });
    }

    private static boolean isThere(Handle transaction, String name, boolean forUpdate) {
        return transaction
                .createQuery("SELECT true FROM closure_table WHERE name = :name" + (forUpdate ? " FOR UPDATE" : ""))
                .bind("name", name)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent();
    }

    private static List<Told> concepts(Handle transaction, String name) {
        return transaction
                .createQuery("SELECT system, code, version FROM closure_concept WHERE name = :name ORDER BY version")
                .bind("name", name)
                .map((row, context) -> new Told(row.getString("system"), row.getString("code"), row.getInt("version")))
                .list();
    }

    private static List<Entry> entries(Handle transaction, String name) {
        return transaction
                .createQuery("SELECT * FROM closure_entry WHERE name = :name ORDER BY version, code, ancestor")
                .bind("name", name)
                .map((row, context) -> new Entry(
                        row.getString("system"),
                        row.getString("code"),
                        row.getString("ancestor"),
                        row.getInt("version")))
                .list();
    }
}
