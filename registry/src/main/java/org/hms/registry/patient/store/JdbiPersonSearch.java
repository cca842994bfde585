package org.hms.registry.patient.store;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.hms.registry.patient.PersonQuery;
import org.hms.registry.patient.PersonQuery.Order;
import org.hms.registry.patient.PersonSearch;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Persons found in Postgres: count and page from one reading of what matches. */
public final class JdbiPersonSearch implements PersonSearch {

    private static final String PATIENCE = "SET LOCAL statement_timeout = '10s'";
    private static final String CANCELLED = "57014";

    private final Jdbi jdbi;

    public JdbiPersonSearch(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Found find(PersonQuery query) {
        try {
            return jdbi.inTransaction(transaction -> {
                transaction.execute(PATIENCE);
                return find(transaction, query);
            });
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                throw new TooCostly("This search takes too long; more or narrower parameters help");
            }
            throw e;
        }
    }

    /** What matches is read once and aside, so that no order tempts the planner to walk through all persons. */
    private static Found find(Handle transaction, PersonQuery query) {
        var criteria = new PersonCriteria(new PersonWords(transaction));
        query.conditions().forEach(criteria::require);
        var select = """
                WITH found AS MATERIALIZED (
                    SELECT p.eid, p.updated_at, p.born_from, p.family, p.given FROM person_search p
                    WHERE %s
                )
                SELECT (SELECT count(*) FROM found) AS total,
                       ARRAY(SELECT eid FROM found ORDER BY %s LIMIT :limit OFFSET :offset) AS eids
                """.formatted(criteria.where(), order(query.order()));
        return criteria.bindTo(transaction.createQuery(select))
                .bind("limit", query.limit())
                .bind("offset", query.offset())
                .map((row, context) -> new Found(row.getInt("total"), hits(transaction, (String[])
                        row.getArray("eids").getArray())))
                .one();
    }

    private static List<Hit> hits(Handle transaction, String[] eids) {
        return transaction
                .createQuery("""
                        SELECT p.eid, p.living, p.active FROM unnest(:eids::text[]) WITH ORDINALITY AS w (eid, place)
                        JOIN person_search p ON p.eid = w.eid ORDER BY w.place
                        """)
                .bindArray("eids", String.class, (Object[]) eids)
                .map((row, context) ->
                        new Hit(row.getString("eid"), row.getBoolean("living"), row.getBoolean("active")))
                .list();
    }

    private static String order(List<Order> keys) {
        var order = keys.stream()
                .map(key -> column(key) + (key.descending() ? " DESC NULLS LAST" : " ASC NULLS LAST"))
                .collect(Collectors.joining(", "));
        return order.isEmpty() ? "eid" : order + ", eid";
    }

    private static String column(Order key) {
        return switch (key.by()) {
            case EID -> "eid";
            case UPDATED -> "updated_at";
            case BIRTH_DATE -> "born_from";
            case FAMILY -> "family COLLATE \"C\"";
            case GIVEN -> "given COLLATE \"C\"";
        };
    }
}
