package org.hms.registry.store;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What is true of this installation alone, kept beside the data it belongs to. */
public final class InstanceProperties {

    private final Jdbi jdbi;

    public InstanceProperties(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<String> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT value FROM instance_property WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    public void put(String name, String value) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        INSERT INTO instance_property (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", name).bind("value", value).execute());
    }

    /** The value that stands, or the one given, whichever was first; the same for all who ask at once. */
    public String getOrPut(String name, String value) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(
                            "INSERT INTO instance_property (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING")
                    .bind("name", name)
                    .bind("value", value)
                    .execute();
            return handle.createQuery("SELECT value FROM instance_property WHERE name = :name")
                    .bind("name", name)
                    .mapTo(String.class)
                    .one();
        });
    }
}
