package org.hms.registry.practitioner.store;

import java.util.List;
import org.hms.registry.facility.store.PlaceCriteria;
import org.hms.registry.practitioner.Practitioner;
import org.hms.registry.practitioner.PractitionerRole;
import org.hms.registry.practitioner.ProviderSearch;
import org.hms.registry.practitioner.RoleCondition;
import org.hms.registry.territory.EntryCondition;
import org.hms.registry.territory.PublishedVersions;
import org.hms.registry.territory.store.Criteria;
import org.hms.registry.territory.store.JdbiPublishedVersions;
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

    @Override
    public PublishedVersions practitionerVersions() {
        return new JdbiPublishedVersions(jdbi, Practitioner.class);
    }

    @Override
    public PublishedVersions roleVersions() {
        return new JdbiPublishedVersions(jdbi, PractitionerRole.class);
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
            case RoleCondition.IsAtPlace(var place) ->
                criteria.require("r.facility IN (" + PlaceCriteria.ids(place, criteria) + ")");
            case RoleCondition.IsOfProfessional(var entry) -> {
                var professional = criteria.nested();
                professional.require(entry);
                criteria.require(
                        "r.practitioner IN (SELECT e.id FROM directory_entry e WHERE " + professional.where() + ")");
            }
            case RoleCondition.ServesIn(var services) -> criteria.require("""
                EXISTS (SELECT 1 FROM directory_link l
                    JOIN directory_code d ON d.entry_id = l.entry_id AND d.role = 'SPECIALTY'
                    WHERE l.entry_id = ANY(%s) AND l.role = 'LOCATION' AND l.target = r.facility
                        AND d.system = r.specialty_system AND d.code = r.specialty)\
                """.formatted(criteria.bindTexts(services)));
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
