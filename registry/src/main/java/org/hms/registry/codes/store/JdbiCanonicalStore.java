package org.hms.registry.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.hms.registry.store.Overtaken;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code canonical_resource}, each with the change by which it became visible. */
public final class JdbiCanonicalStore implements CanonicalStore {
    private final Jdbi jdbi;

    public JdbiCanonicalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Stored since(long change) {
        var rows = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (type, id) * FROM canonical_resource
                        WHERE change > :change OR :change = :beforeAll AND change IS NULL
                        ORDER BY type, id, version DESC
                        """)
                .bind("change", change)
                .bind("beforeAll", BEFORE_ALL)
                .map((row, context) -> new Row(row.getLong("change"), toResource(row)))
                .list());
        var last = rows.stream().mapToLong(Row::change).max().orElse(Math.max(change, 0));
        return new Stored(last, rows.stream().map(Row::resource).toList());
    }

    /** A version from before changes had numbers has number 0. */
    private record Row(long change, CanonicalResource resource) {}

    @Override
    public List<CanonicalResource> listVersions(String type, String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            SELECT * FROM canonical_resource WHERE type = :type AND id = :id ORDER BY version DESC
            """)
                .bind("type", type)
                .bind("id", id)
                .map((row, context) -> toResource(row))
                .list());
    }

    @Override
    public boolean add(CanonicalResource resource) {
        try {
            jdbi.useTransaction(transaction -> {
                var kind = resource.version() == 1 ? "created" : "revised";
                var entry = new JdbiChangeLog.Entry(kind, resource.type(), resource.id());
                var change = JdbiChangeLog.append(transaction, resource.at(), List.of(entry));
                Overtaken.unlessFirst(() -> insert(transaction, resource, change));
            });
            return true;
        } catch (Overtaken _) {
            return false;
        }
    }

    private static void insert(Handle transaction, CanonicalResource resource, long change) {
        transaction
                .createUpdate("""
                INSERT INTO canonical_resource
                    (type, id, version, url, business_version, name, status, content, at, caller, change)
                VALUES (:type, :id, :version, :url, :businessVersion, :name, :status, :content, :at, :caller, :change)
                """)
                .bindMethods(resource)
                .bind("change", change)
                .execute();
    }

    private static CanonicalResource toResource(ResultSet row) throws SQLException {
        return new CanonicalResource(
                row.getString("type"),
                row.getString("id"),
                row.getInt("version"),
                row.getString("url"),
                row.getString("business_version"),
                row.getString("name"),
                row.getString("status"),
                row.getString("content"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("caller"));
    }
}
