package org.hms.registry.facility.store.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.Place;
import org.hms.registry.facility.store.index.PlaceIndex.Mark;
import org.hms.registry.store.StoredJson;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.jdbi.v3.core.Jdbi;

/**
 * What was published, as the index follows it. Versions of the directory bear change numbers, of which no later one is seen before
 * an earlier one.
 */
final class PublishedPlaces {

    private static final String NEWEST = "SELECT max(change) FROM directory_entry_version";

    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();

    PublishedPlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A version of any entry of the directory. */
    record Version(long change, String id, int version) {
        Mark mark() {
            return new Mark(change, id + "/" + version);
        }
    }

    /** The newest change of the directory; empty for whoever is within a transaction, who sees what nobody else does. */
    Optional<Long> newest() {
        return jdbi.withHandle(handle -> handle.isInTransaction()
                ? Optional.empty()
                : Optional.of(handle.createQuery(NEWEST)
                        .map((row, context) -> row.getLong(1))
                        .one()));
    }

    List<Version> since(long change, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT change, entry_id, version FROM directory_entry_version
                        WHERE change > :change ORDER BY change LIMIT :limit
                        """)
                .bind("change", change)
                .bind("limit", limit)
                .map((row, context) ->
                        new Version(row.getLong("change"), row.getString("entry_id"), row.getInt("version")))
                .list());
    }

    /** Whether this database published this version by this change. */
    boolean knows(Mark mark) {
        return since(mark.change() - 1, 1).stream()
                .anyMatch(version -> version.mark().equals(mark));
    }

    /** Those of the entries that are places, as they are now. */
    List<Place> now(Collection<String> ids) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT kind, version, content, at FROM directory_entry
                        WHERE id = ANY(:ids) AND kind IN ('Jurisdiction', 'Facility')
                        """)
                .bindArray("ids", String.class, List.copyOf(ids))
                .map((row, context) -> place(row))
                .list());
    }

    private Place place(ResultSet row) throws SQLException {
        return row.getString("kind").equals("Facility")
                ? new Place.Site(published(row, Facility.class))
                : new Place.Area(published(row, Jurisdiction.class));
    }

    private <T> Published<T> published(ResultSet row, Class<T> type) throws SQLException {
        return new Published<>(
                json.read(row.getString("content"), type),
                row.getInt("version"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
