package org.hms.registry.territory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.VersionKey;
import org.jdbi.v3.core.Jdbi;

/** One kind of entry in Postgres, with all its versions. */
public final class JdbiDirectoryStore<T extends DirectoryEntry> implements DirectoryStore<T> {

    private final Jdbi jdbi;
    private final Class<T> type;
    private final EntryProjection<T> projection;
    private final StoredJson json = new StoredJson();

    /** The simple name of the type is the kind under which its entries stand. */
    public JdbiDirectoryStore(Jdbi jdbi, Class<T> type, EntryProjection<T> projection) {
        this.jdbi = jdbi;
        this.type = type;
        this.projection = projection;
    }

    /** The store of the jurisdictions. */
    public static JdbiDirectoryStore<Jurisdiction> ofJurisdictions(Jdbi jdbi) {
        return new JdbiDirectoryStore<>(
                jdbi, Jurisdiction.class, new PlaceProjection<>(PlaceRow::of, Jurisdiction::types));
    }

    @Override
    public Map<String, Published<T>> find(Collection<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, content, at FROM directory_entry WHERE kind = :kind AND id = ANY(:ids)
                        """)
                .bind("kind", type.getSimpleName())
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> read(row))
                .collect(Collectors.toMap(entry -> entry.content().id(), Function.identity())));
    }

    @Override
    public Map<VersionKey, Published<T>> findVersions(Collection<VersionKey> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.version, v.content, v.at
                        FROM unnest(:ids::text[], :versions::integer[]) AS k (id, version)
                        JOIN directory_entry_version v ON v.entry_id = k.id AND v.version = k.version
                        JOIN directory_entry e ON e.id = k.id AND e.kind = :kind
                        """)
                .bind("kind", type.getSimpleName())
                .bindArray(
                        "ids", String.class, keys.stream().map(VersionKey::id).toList())
                .bindArray(
                        "versions",
                        Integer.class,
                        keys.stream().map(VersionKey::version).toList())
                .map((row, context) -> read(row))
                .collect(Collectors.toMap(
                        entry -> new VersionKey(entry.content().id(), entry.version()), Function.identity())));
    }

    @Override
    public Map<String, Published<T>> findLastBy(Caller caller, Collection<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (v.entry_id) v.version, v.content, v.at
                        FROM directory_entry_version v JOIN directory_entry e ON e.id = v.entry_id AND e.kind = :kind
                        WHERE v.entry_id = ANY(:ids) AND v.caller = :caller
                        ORDER BY v.entry_id, v.version DESC
                        """)
                .bind("kind", type.getSimpleName())
                .bindArray("ids", String.class, List.copyOf(ids))
                .bind("caller", caller.subject())
                .map((row, context) -> read(row))
                .collect(Collectors.toMap(entry -> entry.content().id(), Function.identity())));
    }

    @Override
    public List<Published<T>> history(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.version, v.content, v.at
                        FROM directory_entry_version v JOIN directory_entry e ON e.id = v.entry_id AND e.kind = :kind
                        WHERE v.entry_id = :id ORDER BY v.version DESC
                        """)
                .bind("kind", type.getSimpleName())
                .bind("id", id)
                .map((row, context) -> read(row))
                .list());
    }

    @Override
    public void publish(List<Published<T>> next, Caller by) {
        jdbi.useTransaction(transaction -> {
            new EntryCommit<>(transaction, type.getSimpleName(), next, json).write(by);
            projection.write(transaction, next.stream().map(Published::content).toList());
        });
    }

    private Published<T> read(ResultSet row) throws SQLException {
        return new Published<>(
                json.read(row.getString("content"), type),
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
