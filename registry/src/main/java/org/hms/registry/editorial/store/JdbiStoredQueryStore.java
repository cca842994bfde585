package org.hms.registry.editorial.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hms.registry.editorial.StoredQuery;
import org.hms.registry.editorial.StoredQueryStore;
import org.hms.registry.store.StoredJson;
import org.hms.terminology.rdf.SparqlParameter;
import org.jdbi.v3.core.Jdbi;

/** The table {@code stored_query}. */
public final class JdbiStoredQueryStore implements StoredQueryStore {
    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();

    public JdbiStoredQueryStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void put(StoredQuery query) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO stored_query (name, title, query, parameters, author, at)
                        VALUES (:name, :title, :query, cast(:parameters AS jsonb), :author, :at)
                        ON CONFLICT (name) DO UPDATE SET title = excluded.title, query = excluded.query,
                            parameters = excluded.parameters, author = excluded.author, at = excluded.at
                        """)
                .bind("name", query.name())
                .bind("title", query.title())
                .bind("query", query.query())
                .bind("parameters", json.write(query.parameters()))
                .bind("author", query.author())
                .bind("at", query.at().atOffset(ZoneOffset.UTC))
                .execute());
    }

    @Override
    public Optional<StoredQuery> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM stored_query WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> query(row))
                .findOne());
    }

    @Override
    public List<StoredQuery> list() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM stored_query ORDER BY name")
                .map((row, context) -> query(row))
                .list());
    }

    @Override
    public boolean remove(String name) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM stored_query WHERE name = :name")
                        .bind("name", name)
                        .execute()
                == 1);
    }

    private StoredQuery query(ResultSet row) throws SQLException {
        return new StoredQuery(
                row.getString("name"),
                row.getString("title"),
                row.getString("query"),
                List.of(json.read(row.getString("parameters"), SparqlParameter[].class)),
                row.getString("author"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
