package org.hms.registry.practitioner.store;

import java.util.List;
import org.hms.registry.practitioner.ProviderSearch;
import org.hms.registry.practitioner.RoleCondition;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.store.Criteria;
import org.jdbi.v3.core.Jdbi;

/** Professionals and roles found in Postgres. */
public final class JdbiProviderSearch implements ProviderSearch {

    private final Jdbi jdbi;

    public JdbiProviderSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Hits practitioners(List<EntryCondition> conditions, int limit, int offset) {
        var criteria = new Criteria();
        criteria.require("e.kind = 'Practitioner'");
        conditions.forEach(criteria::require);
        return find("\nFROM directory_entry e", criteria, limit, offset);
    }

    @Override
    public Hits roles(List<RoleCondition> conditions, int limit, int offset) {
        var criteria = new Criteria();
        conditions.forEach(condition -> require(condition, criteria));
        return find("\nFROM directory_entry e JOIN practitioner_role r ON r.id = e.id", criteria, limit, offset);
    }

    private Hits find(String from, Criteria criteria, int limit, int offset) {
        var where = from + "\nWHERE " + criteria.where();
        return jdbi.withHandle(handle -> new Hits(
                criteria.bindTo(handle.createQuery("SELECT count(*)" + where))
                        .mapTo(Integer.class)
                        .one(),
                criteria.bindTo(handle.createQuery(
                                "SELECT e.id" + where + "\nORDER BY e.id LIMIT :limit OFFSET :offset"))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .mapTo(String.class)
                        .list()));
    }

    private static void require(RoleCondition condition, Criteria criteria) {
        switch (condition) {
            case RoleCondition.Entry(var entry) -> criteria.require(entry);
            case RoleCondition.IsAt(var facilities) ->
                criteria.require("r.facility = ANY(" + criteria.bindTexts(facilities) + ")");
            case RoleCondition.IsOf(var practitioners) ->
                criteria.require("r.practitioner = ANY(" + criteria.bindTexts(practitioners) + ")");
            case RoleCondition.HasRole(var roles) ->
                criteria.require(criteria.anyOf(roles, role -> criteria.token("r.role_system", "r.role", role)));
            case RoleCondition.HasSpecialty(var specialties) ->
                criteria.require(criteria.anyOf(
                        specialties, specialty -> criteria.token("r.specialty_system", "r.specialty", specialty)));
            case RoleCondition.IsActiveOn(var day, var values) -> {
                var today = criteria.bind(day);
                var active = "(r.since <= " + today + " AND (r.until IS NULL OR r.until >= " + today + "))";
                criteria.require(criteria.anyOf(values, value -> value ? active : "NOT " + active));
            }
        }
    }
}
