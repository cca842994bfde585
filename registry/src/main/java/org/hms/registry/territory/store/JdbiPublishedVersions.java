package org.hms.registry.territory.store;

import java.time.Instant;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.PublishedVersions;
import org.hms.registry.territory.VersionKey;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was published of one kind of entry, read from Postgres. */
public final class JdbiPublishedVersions implements PublishedVersions {

    private final Jdbi jdbi;
    private final String kind;

    public JdbiPublishedVersions(Jdbi jdbi, Class<? extends DirectoryEntry> type) {
        this.jdbi = jdbi;
        this.kind = type.getSimpleName();
    }

    @Override
    public Page since(@Nullable Instant since, int limit, int offset) {
        var criteria = new Criteria();
        criteria.require("e.kind = " + criteria.bind(kind));
        if (since != null) {
            criteria.require("v.at >= " + criteria.bind(since));
        }
        var versions = "\nFROM directory_entry_version v JOIN directory_entry e ON e.id = v.entry_id\nWHERE "
                + criteria.where();
        var select = "SELECT v.entry_id, v.version" + versions + "\nORDER BY v.change DESC LIMIT :limit OFFSET :offset";
        return jdbi.withHandle(handle -> new Page(
                criteria.bindTo(handle.createQuery("SELECT count(*)" + versions))
                        .mapTo(Integer.class)
                        .one(),
                criteria.bindTo(handle.createQuery(select))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> new VersionKey(row.getString("entry_id"), row.getInt("version")))
                        .list()));
    }
}
