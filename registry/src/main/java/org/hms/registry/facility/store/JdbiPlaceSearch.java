package org.hms.registry.facility.store;

import java.time.Instant;
import java.util.List;
import org.hms.registry.facility.Circle;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.PlaceSearch;
import org.hms.registry.territory.VersionKey;
import org.hms.registry.territory.store.Criteria;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Places found in Postgres, page by page in an order that an index delivers: by distance where a point is asked about, else
 * by id. How many there are in all is counted only so far as it takes no time, unless somebody wants it exactly.
 */
public final class JdbiPlaceSearch implements PlaceSearch {

    /** A plan made once for all values cannot know a rare name from a common one. */
    private static final String PLAN_ANEW = "SET LOCAL plan_cache_mode = force_custom_plan";

    /** The same order in every database, and that of the index of places. */
    private static final String BY_ID = "p.id COLLATE \"C\"";

    private static final int COUNTED = 10_000;
    private static final int COUNTED_NEAR = 1_000;

    private final Jdbi jdbi;

    public JdbiPlaceSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Hits find(PlaceQuery query) {
        return jdbi.inTransaction(handle -> {
            handle.execute(PLAN_ANEW);
            return new Search(handle, query).hits();
        });
    }

    /** One search: its criteria, and how what fulfils them is met. */
    private static final class Search {

        private final Handle handle;
        private final PlaceQuery query;
        private final Criteria criteria = new Criteria();
        private final NamedPlaces named;
        private final @Nullable NearbyPlaces nearby;
        private final String from;

        Search(Handle handle, PlaceQuery query) {
            this.handle = handle;
            this.query = query;
            this.named = new NamedPlaces(handle);
            for (var condition : query.conditions()) {
                if (NamedPlaces.concerns(condition)) {
                    named.require(condition, criteria);
                } else if (!(condition instanceof PlaceCondition.IsNear)) {
                    PlaceCriteria.require(condition, criteria);
                }
            }
            this.nearby = query.circle().map(this::within).orElse(null);
            this.from = "\nFROM " + PlaceCriteria.ROWS + "\nWHERE " + criteria.where();
        }

        private NearbyPlaces within(Circle circle) {
            return NearbyPlaces.require(circle, criteria);
        }

        /** One more than the page is fetched: whether there are more is known without counting them. */
        Hits hits() {
            var rows = query.limit() == 0 ? List.<Hit>of() : rows(query.limit() + 1);
            boolean more = rows.size() > query.limit();
            var page = more ? rows.subList(0, query.limit()) : rows;
            return new Hits(total(page.size(), more), more, page);
        }

        private List<Hit> rows(int most) {
            var metres = nearby == null ? "NULL::double precision" : nearby.metres();
            var order = nearby == null ? BY_ID : nearby.order() + ", " + BY_ID;
            var select = "SELECT p.id, " + metres + " AS metres" + from + "\nORDER BY " + order
                    + " LIMIT :limit OFFSET :offset";
            return criteria.bindTo(handle.createQuery(select))
                    .bind("limit", most)
                    .bind("offset", query.offset())
                    .map((row, context) -> new Hit(row.getString("id"), row.getObject("metres", Double.class)))
                    .list();
        }

        private @Nullable Integer total(int found, boolean more) {
            if (query.limit() > 0 && !more && (found > 0 || query.offset() == 0)) {
                return query.offset() + found;
            }
            if (query.exactTotal() || query.limit() == 0) {
                return count(handle, "SELECT count(*)" + from, criteria);
            }
            if (named.common()) {
                return null;
            }
            int most = nearby == null ? COUNTED : COUNTED_NEAR;
            int counted =
                    count(handle, "SELECT count(*) FROM (SELECT 1" + from + " LIMIT " + (most + 1) + ") c", criteria);
            return counted > most ? null : counted;
        }
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
                count(handle, "SELECT count(*)" + versions, criteria),
                criteria.bindTo(handle.createQuery(select))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> new VersionKey(row.getString("entry_id"), row.getInt("version")))
                        .list()));
    }

    private static int count(Handle handle, String select, Criteria criteria) {
        return criteria.bindTo(handle.createQuery(select)).mapTo(Integer.class).one();
    }
}
