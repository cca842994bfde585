package org.hms.registry.territory.store;

import java.time.OffsetDateTime;
import java.util.List;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Published;
import org.jdbi.v3.core.Jdbi;

/** All entries of one kind, read from Postgres page by page. */
public final class JdbiDirectoryRoll<T extends DirectoryEntry> implements DirectoryRoll<T> {

    private final Jdbi jdbi;
    private final Class<T> type;
    private final StoredJson json = new StoredJson();

    public JdbiDirectoryRoll(Jdbi jdbi, Class<T> type) {
        this.jdbi = jdbi;
        this.type = type;
    }

    /** Only the versions of the last moment are looked at, which an index finds. */
    @Override
    public long lastChange() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT coalesce(max(v.change), 0)
                        FROM directory_entry e JOIN directory_entry_version v ON v.entry_id = e.id AND v.version = e.version
                        WHERE e.kind = :kind AND e.at = (SELECT max(at) FROM directory_entry WHERE kind = :kind)
                        """)
                .bind("kind", type.getSimpleName())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Published<T>> after(String id, int count) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version, content, at FROM directory_entry
                        WHERE kind = :kind AND id > :id ORDER BY id LIMIT :count
                        """)
                .bind("kind", type.getSimpleName())
                .bind("id", id)
                .bind("count", count)
                .map((row, context) -> new Published<>(
                        json.read(row.getString("content"), type),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }
}
