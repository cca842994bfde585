package org.hms.registry.quality.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hms.registry.quality.Scope;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A scope as a condition on the columns that {@code record_quality} and {@code quality_cell} have in common. */
final class ScopeCondition {

    private final ArrayList<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** @param alias of the table whose columns are meant, with its dot; empty where there is but one */
    ScopeCondition(Scope scope, String alias) {
        require(alias + "source = :source", "source", scope.source());
        require(alias + "facility = :facility", "facility", scope.facility());
        require(alias + "district = :district", "district", scope.district());
        require(
                alias + "month >= :from",
                "from",
                scope.from() == null ? null : scope.from().atDay(1));
        require(
                alias + "month <= :to",
                "to",
                scope.to() == null ? null : scope.to().atDay(1));
    }

    private void require(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** The condition; always true when nothing narrows. */
    String where() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    Query bindTo(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
