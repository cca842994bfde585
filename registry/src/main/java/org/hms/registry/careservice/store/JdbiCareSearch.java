package org.hms.registry.careservice.store;

import java.util.HashMap;
import java.util.List;
import org.hms.registry.careservice.CareCondition;
import org.hms.registry.careservice.CareEntry;
import org.hms.registry.careservice.CareLink;
import org.hms.registry.careservice.CareSearch;
import org.hms.registry.facility.store.PlaceCriteria;
import org.hms.registry.territory.store.Criteria;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Entries about care found in Postgres. */
public final class JdbiCareSearch implements CareSearch {

    private final Jdbi jdbi;
    private final String kind;

    JdbiCareSearch(Jdbi jdbi, Class<? extends CareEntry> type) {
        this.jdbi = jdbi;
        this.kind = type.getSimpleName();
    }

    @Override
    public Hits find(List<CareCondition> conditions, int limit, int offset) {
        var criteria = new Criteria();
        criteria.require("e.kind = " + criteria.bind(kind));
        criteria.require("NOT c.withdrawn");
        conditions.forEach(condition -> require(condition, criteria));
        var where = "\nFROM directory_entry e JOIN care_entry c ON c.id = e.id\nWHERE " + criteria.where();
        return jdbi.withHandle(handle -> new Hits(
                count(handle, where, criteria),
                criteria.bindTo(handle.createQuery(
                                "SELECT e.id" + where + "\nORDER BY e.id LIMIT :limit OFFSET :offset"))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .mapTo(String.class)
                        .list()));
    }

    @Override
    public List<CareLink> dangling(List<CareLink> links) {
        var kinds = jdbi.withHandle(handle -> handle.createQuery("""
            SELECT e.id, e.kind FROM directory_entry e LEFT JOIN care_entry c ON c.id = e.id
            WHERE e.id = ANY(:ids) AND NOT coalesce(c.withdrawn, false)
            """)
                .bindArray(
                        "ids",
                        String.class,
                        links.stream().map(CareLink::target).toList())
                .reduceRows(new HashMap<String, String>(), (found, row) -> {
                    found.put(row.getColumn("id", String.class), row.getColumn("kind", String.class));
                    return found;
                }));
        return links.stream()
                .filter(link -> !link.role().kinds().contains(kinds.getOrDefault(link.target(), "")))
                .toList();
    }

    @Override
    public boolean isReferredTo(String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                    SELECT EXISTS (SELECT 1 FROM directory_link l JOIN care_entry c ON c.id = l.entry_id
                        WHERE l.target = :id AND NOT c.withdrawn)
                    """).bind("id", id).mapTo(Boolean.class).one());
    }

    private static int count(Handle handle, String from, Criteria criteria) {
        return criteria.bindTo(handle.createQuery("SELECT count(*)" + from))
                .mapTo(Integer.class)
                .one();
    }

    private static void require(CareCondition condition, Criteria criteria) {
        switch (condition) {
            case CareCondition.Entry(var entry) -> criteria.require(entry);
            case CareCondition.HasStatus(var statuses) ->
                criteria.require("c.status = ANY(" + criteria.bindTexts(statuses) + ")");
            case CareCondition.HasCode(var role, var codes) ->
                criteria.require("e.id IN (SELECT d.entry_id FROM directory_code d WHERE d.role = "
                        + criteria.bind(role.name()) + " AND "
                        + criteria.anyOf(codes, code -> criteria.token("d.system", "d.code", code)) + ")");
            case CareCondition.RefersTo(var role, var targets) ->
                criteria.require(linked(role, "ANY(" + criteria.bindTexts(targets) + ")", criteria));
            case CareCondition.RefersToPlace(var role, var place) ->
                criteria.require(linked(role, "ANY(" + PlaceCriteria.ids(place, criteria) + ")", criteria));
            case CareCondition.StandsWithin(var windows) ->
                criteria.require(criteria.anyOf(windows, window -> within(window, criteria)));
        }
    }

    private static String linked(CareLink.Role role, String targets, Criteria criteria) {
        return "e.id IN (SELECT l.entry_id FROM directory_link l WHERE l.role = " + criteria.bind(role.name())
                + " AND l.target = " + targets + ")";
    }

    private static String within(CareCondition.Days days, Criteria criteria) {
        var from = days.from() == null ? "true" : "(c.until IS NULL OR c.until >= " + criteria.bind(days.from()) + ")";
        var until =
                days.until() == null ? "true" : "(c.since IS NULL OR c.since <= " + criteria.bind(days.until()) + ")";
        return "(" + from + " AND " + until + ")";
    }
}
