package org.hms.registry.facility.store;

import java.time.Instant;
import java.util.List;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.PlaceSearch;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.VersionKey;
import org.hms.registry.territory.store.Criteria;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Places found in Postgres. A point is asked about through a box of degrees first, which an index answers. */
public final class JdbiPlaceSearch implements PlaceSearch {

    private static final String PLACES = "\nFROM " + PlaceCriteria.ROWS + "\nWHERE ";

    private final Jdbi jdbi;

    public JdbiPlaceSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Hits find(PlaceQuery query) {
        var criteria = new Criteria();
        query.conditions().forEach(condition -> PlaceCriteria.require(condition, criteria));
        var metres =
                query.circle().map(circle -> requireWithin(circle, criteria)).orElse("NULL::double precision");
        return jdbi.withHandle(handle ->
                new Hits(count(handle, PLACES + criteria.where(), criteria), page(handle, query, metres, criteria)));
    }

    private static List<Hit> page(Handle handle, PlaceQuery query, String metres, Criteria criteria) {
        var select = "SELECT e.id, " + metres + " AS metres" + PLACES + criteria.where()
                + "\nORDER BY metres, e.id LIMIT :limit OFFSET :offset";
        return criteria.bindTo(handle.createQuery(select))
                .bind("limit", query.limit())
                .bind("offset", query.offset())
                .map((row, context) -> new Hit(row.getString("id"), row.getObject("metres", Double.class)))
                .list();
    }

    @Override
    public Versions publishedSince(@Nullable Instant since, boolean located, int limit, int offset) {
        var criteria = new Criteria();
        if (since != null) {
            criteria.require("v.at >= " + criteria.bind(since));
        }
        if (located) {
            criteria.require("p.located");
        }
        var versions = "\nFROM directory_entry_version v JOIN place p ON p.id = v.entry_id\nWHERE " + criteria.where();
        var select = "SELECT v.entry_id, v.version" + versions + "\nORDER BY v.change DESC LIMIT :limit OFFSET :offset";
        return jdbi.withHandle(handle -> new Versions(
                count(handle, versions, criteria),
                criteria.bindTo(handle.createQuery(select))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> new VersionKey(row.getString("entry_id"), row.getInt("version")))
                        .list()));
    }

    private static int count(Handle handle, String from, Criteria criteria) {
        return criteria.bindTo(handle.createQuery("SELECT count(*) " + from))
                .mapTo(Integer.class)
                .one();
    }

    /** Requires what is within the circle and gives the expression of the distance. */
    private static String requireWithin(Circle circle, Criteria criteria) {
        var metres = metresFrom(circle.centre(), criteria);
        criteria.require(metres + " <= " + criteria.bind(circle.radiusMetres()));
        return metres;
    }

    /** The haversine formula, as {@link GeoPoint#metresTo} has it. */
    private static String metresFrom(GeoPoint point, Criteria criteria) {
        var latitude = criteria.bind(point.latitude());
        var longitude = criteria.bind(point.longitude());
        return """
            (2 * %s * asin(sqrt(least(1, power(sin(radians(p.latitude - %s) / 2), 2)
                + cos(radians(%s)) * cos(radians(p.latitude)) * power(sin(radians(p.longitude - %s) / 2), 2)))))\
            """.formatted(GeoPoint.EARTH_RADIUS_METRES, latitude, latitude, longitude);
    }
}
