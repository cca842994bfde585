package org.hms.registry.facility.store;

import java.time.LocalDate;
import java.util.List;
import org.hms.registry.facility.PlaceCondition;
import org.hms.registry.facility.PlaceCondition.Tree;
import org.hms.registry.territory.store.Criteria;

/** Conditions on places as criteria over {@code directory_entry e} and {@code place p}. */
public final class PlaceCriteria {

    static final String ROWS = "directory_entry e JOIN place p ON p.id = e.id";

    private PlaceCriteria() {}

    /** A query, without brackets, for the ids of places of which this holds; for use within another query. */
    public static String ids(PlaceCondition condition, Criteria within) {
        var nested = within.nested();
        require(condition, nested);
        return "SELECT e.id FROM " + ROWS + " WHERE " + nested.where();
    }

    static void require(PlaceCondition condition, Criteria criteria) {
        switch (condition) {
            case PlaceCondition.Entry(var entry) -> criteria.require(entry);
            case PlaceCondition.IsLocated() -> criteria.require("p.located");
            case PlaceCondition.IsFacility() -> criteria.require("e.kind = 'Facility'");
            case PlaceCondition.HasType(var types) ->
                criteria.require("e.id IN (SELECT t.place_id FROM place_type t WHERE "
                        + criteria.anyOf(types, type -> criteria.token("t.system", "t.code", type)) + ")");
            case PlaceCondition.HasStatus(var statuses) ->
                criteria.require("p.status = ANY(" + criteria.bindTexts(statuses) + ")");
            case PlaceCondition.LiesIn(var places) ->
                criteria.require("p.lies_in = ANY(" + criteria.bindTexts(places) + ")");
            case PlaceCondition.LayIn(var places, var on) -> criteria.require(layIn(places, on, criteria));
            case PlaceCondition.IsManagedBy(var places) ->
                criteria.require("p.managed_by = ANY(" + criteria.bindTexts(places) + ")");
            case PlaceCondition.HasParentBelow(var tree, var places) ->
                criteria.require(
                        parent(tree) + " IN (" + closure("b.id = q." + column(tree), "q.id", places, criteria) + ")");
            case PlaceCondition.HasParentAbove(var tree, var places) ->
                criteria.require(
                        parent(tree) + " IN (" + closure("b.id = q.id", "q." + column(tree), places, criteria) + ")");
            case PlaceCondition.HasParent(var tree, var holds) ->
                criteria.require(parent(tree) + " IN (" + ids(holds, criteria) + ")");
            case PlaceCondition.IsNear(var circle) -> NearbyPlaces.require(circle, criteria);
        }
    }

    /** In the first of the former districts that it had not left by then, else in the one it lies in. */
    private static String layIn(List<String> places, LocalDate on, Criteria criteria) {
        return "coalesce((SELECT d.district FROM facility_former_district d WHERE d.facility = p.id AND d.until > "
                + criteria.bind(on) + " ORDER BY d.until LIMIT 1), p.lies_in) = ANY(" + criteria.bindTexts(places)
                + ")";
    }

    private static String parent(Tree tree) {
        return "p." + column(tree);
    }

    private static String column(Tree tree) {
        return switch (tree) {
            case TERRITORY -> "lies_in";
            case MANAGEMENT -> "managed_by";
        };
    }

    /** These places and all that follow from them, step by step. */
    private static String closure(String step, String next, List<String> places, Criteria criteria) {
        return "WITH RECURSIVE b (id) AS (SELECT unnest(" + criteria.bindTexts(places) + ") UNION SELECT " + next
                + " FROM place q JOIN b ON " + step + " WHERE " + next + " IS NOT NULL) SELECT id FROM b";
    }
}
