package org.hms.registry.codes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.jdbi.v3.core.Jdbi;

/** Rows of {@code canonical_resource}. */
public final class JdbiCanonicalStore implements CanonicalStore {
    private final Jdbi jdbi;

    public JdbiCanonicalStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<CanonicalResource> listCurrent() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                    SELECT DISTINCT ON (type, id) * FROM canonical_resource ORDER BY type, id, version DESC
                    """).map((row, context) -> toResource(row)).list());
    }

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
        return jdbi.inTransaction(transaction ->
                        transaction.createUpdate("""
                            INSERT INTO canonical_resource
                                (type, id, version, url, business_version, name, status, content, at, caller)
                            SELECT :type, :id, :version, :url, :businessVersion, :name, :status, :content, :at, :caller
                            WHERE :version = 1 + (SELECT coalesce(max(version), 0) FROM canonical_resource
                                                  WHERE type = :type AND id = :id)
                            ON CONFLICT (type, id, version) DO NOTHING
                            """).bindMethods(resource).execute())
                == 1;
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
