package org.hms.registry.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.registry.quality.Dimension;
import org.hms.registry.quality.Offender;
import org.hms.registry.quality.QualityFigures;
import org.hms.registry.quality.QualityStore;
import org.hms.registry.quality.Scope;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Figures are sums over {@code quality_cell}; offending records come from {@code record_quality}. */
public final class JdbiQualityStore implements QualityStore {

    private static final String OFFENDERS = """
            FROM record_quality q JOIN patient_record r ON r.id = q.record_id
            WHERE codes && :codes AND NOT EXISTS (
                SELECT 1 FROM membership m
                JOIN membership o ON o.eid = m.eid AND o.to_change IS NULL
                JOIN objection b ON b.record_id = o.record_id AND b.withdrawn_at IS NULL
                WHERE m.record_id = q.record_id AND m.to_change IS NULL)
            """;

    private final Jdbi jdbi;

    public JdbiQualityStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Part<QualityFigures> figures(Scope scope, Set<Dimension> by, int limit, int offset) {
        var condition = new ScopeCondition(scope, "");
        var columns = Arrays.stream(Dimension.values())
                .map(one -> (by.contains(one) ? one.code() : "NULL") + " AS " + one.code())
                .collect(Collectors.joining(", "));
        // An alias would be taken for the column of the same name, so that the groups are formed in the outer query.
        var groups = """
                WITH asked AS (SELECT %s, code, records FROM quality_cell WHERE %s),
                summed AS (
                    SELECT source, facility, district, month, code, sum(records)::bigint AS records FROM asked
                    GROUP BY source, facility, district, month, code HAVING sum(records) > 0),
                grouped AS (
                    SELECT source, facility, district, month, array_agg(code ORDER BY code) AS codes,
                           array_agg(records ORDER BY code) AS counts
                    FROM summed GROUP BY source, facility, district, month)
                """.formatted(columns, condition.where());
        return jdbi.withHandle(handle -> new Part<>(
                condition
                        .bindTo(handle.createQuery(groups + """
                                SELECT * FROM grouped ORDER BY source, facility, district, month
                                LIMIT :limit OFFSET :offset
                                """))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> figures(row))
                        .list(),
                condition
                        .bindTo(handle.createQuery(groups + "SELECT count(*) FROM grouped"))
                        .mapTo(Long.class)
                        .one()));
    }

    private static QualityFigures figures(ResultSet row) throws SQLException {
        var codes = (Short[]) row.getArray("codes").getArray();
        var counts = (Long[]) row.getArray("counts").getArray();
        var byCode = new HashMap<Integer, Long>();
        for (int i = 0; i < codes.length; i++) {
            byCode.put(codes[i].intValue(), counts[i]);
        }
        return new QualityFigures(
                row.getString("source"),
                row.getString("facility"),
                row.getString("district"),
                month(row),
                Map.copyOf(byCode));
    }

    private static @Nullable YearMonth month(ResultSet row) throws SQLException {
        @Nullable LocalDate month = row.getObject("month", LocalDate.class);
        return month == null ? null : YearMonth.from(month);
    }

    @Override
    public Part<Offender> offenders(Scope scope, Collection<Integer> codes, int limit, int offset) {
        var condition = new ScopeCondition(scope, "q.");
        var from = OFFENDERS + " AND " + condition.where();
        return jdbi.withHandle(handle -> new Part<>(
                bind(condition, codes, handle.createQuery(select(from) + " LIMIT :limit OFFSET :offset"))
                        .bind("limit", limit)
                        .bind("offset", offset)
                        .map((row, context) -> offender(row))
                        .list(),
                bind(condition, codes, handle.createQuery("SELECT count(*) " + from))
                        .mapTo(Long.class)
                        .one()));
    }

    @Override
    public List<Offender> offendersAfter(Scope scope, Collection<Integer> codes, String recordId, int limit) {
        var condition = new ScopeCondition(scope, "q.");
        var from = OFFENDERS + " AND " + condition.where() + " AND q.record_id > :after";
        return jdbi.withHandle(handle -> bind(condition, codes, handle.createQuery(select(from) + " LIMIT :limit"))
                .bind("after", recordId)
                .bind("limit", limit)
                .map((row, context) -> offender(row))
                .list());
    }

    private static String select(String from) {
        return """
                SELECT q.record_id, q.source, r.identifier_value, q.facility, q.district, q.month,
                       ARRAY(SELECT c FROM unnest(q.codes) AS c ORDER BY c) AS codes
                """ + from + " ORDER BY q.record_id";
    }

    private static Query bind(ScopeCondition condition, Collection<Integer> codes, Query query) {
        return condition
                .bindTo(query)
                .bindArray(
                        "codes",
                        Short.class,
                        codes.stream().map(Integer::shortValue).toList());
    }

    private static Offender offender(ResultSet row) throws SQLException {
        return new Offender(
                row.getString("record_id"),
                row.getString("source"),
                row.getString("identifier_value"),
                row.getString("facility"),
                row.getString("district"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Arrays.stream((Short[]) row.getArray("codes").getArray())
                        .map(Short::intValue)
                        .toList());
    }
}
