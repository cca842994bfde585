package org.hms.registry.patient.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hms.registry.patient.IdentityLinks;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Links read from what is kept: memberships, open review tasks and stewards' decisions; none of it is kept twice. */
public final class JdbiIdentityLinks implements IdentityLinks {

    private static final String DECIDED = """
            EXISTS (SELECT 1 FROM decision d
                    JOIN membership o ON o.record_id = CASE d.left_record WHEN m.record_id THEN d.right_record ELSE d.left_record END
                    WHERE d.withdrawn_at IS NULL AND d.kind = 'MUST_LINK' AND m.record_id IN (d.left_record, d.right_record)
                      AND o.to_change IS NULL AND o.eid = m.eid)\
            """;

    private static final String MEMBERS = """
            SELECT m.eid, m.record_id, 'MATCH' AS result, CASE WHEN %s THEN 'MANUAL' ELSE 'AUTO' END AS origin,
                   NULL::double precision AS weight, c.at AS since
            FROM membership m JOIN change c ON c.number = m.from_change WHERE m.to_change IS NULL
            """.formatted(DECIDED);

    private static final String DOUBTS = """
            SELECT DISTINCT ON (m.eid, p.record_id) m.eid, p.record_id, 'POSSIBLE_MATCH', 'AUTO', t.weight, t.opened_at
            FROM review_task t
            CROSS JOIN LATERAL (VALUES (t.left_record, t.right_record), (t.right_record, t.left_record)) p (record_id, other)
            JOIN membership m ON m.record_id = p.other AND m.to_change IS NULL
            WHERE t.open
            """;

    private static final String REFUSALS = """
            SELECT DISTINCT ON (m.eid, p.record_id) m.eid, p.record_id, 'NO_MATCH', 'MANUAL', NULL::double precision, d.decided_at
            FROM decision d
            CROSS JOIN LATERAL (VALUES (d.left_record, d.right_record), (d.right_record, d.left_record)) p (record_id, other)
            JOIN membership m ON m.record_id = p.other AND m.to_change IS NULL
            WHERE d.withdrawn_at IS NULL AND d.kind = 'CANNOT_LINK'
            """;

    /** The best evidence between a member and the others, and whether there are others, for one page only. */
    private static final String COMPLETED = """
            SELECT l.eid, l.record_id, l.result, l.origin, l.since,
                   coalesce(l.weight, (SELECT max(e.weight) FROM evidence e
                       JOIN membership o ON o.eid = l.eid AND o.to_change IS NULL
                        AND o.record_id = CASE e.left_record WHEN l.record_id THEN e.right_record ELSE e.left_record END
                       WHERE l.record_id IN (e.left_record, e.right_record))) AS weight,
                   NOT EXISTS (SELECT 1 FROM membership o WHERE o.eid = l.eid AND o.record_id <> l.record_id) AS alone
            FROM (SELECT * FROM (%s UNION ALL (%s) UNION ALL (%s)) links
                  WHERE %s ORDER BY record_id, eid, result LIMIT :limit OFFSET :offset) l
            ORDER BY l.record_id, l.eid, l.result
            """;

    private static final String PAST = """
            SELECT m.eid, m.record_id, e.result, e.at, f.at AS since
            FROM membership m JOIN change f ON f.number = m.from_change LEFT JOIN change t ON t.number = m.to_change
            CROSS JOIN LATERAL (VALUES ('MATCH', f.at), ('NO_MATCH', t.at)) e (result, at)
            WHERE (m.eid = ANY(:eids) OR m.record_id = ANY(:records)) AND e.at IS NOT NULL
            ORDER BY e.at DESC, m.record_id, e.result
            """;

    private final Jdbi jdbi;

    public JdbiIdentityLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<IdentityLink> find(Wanted wanted, int limit, int offset) {
        return jdbi.withHandle(handle -> query(handle, wanted)
                .bind("limit", limit + 1)
                .bind("offset", offset)
                .map((row, context) -> link(row))
                .list());
    }

    private static Query query(Handle handle, Wanted wanted) {
        var clauses = new ArrayList<String>(List.of("true"));
        if (wanted.eid() != null) {
            clauses.add("eid = :eid");
        }
        if (wanted.recordId() != null) {
            clauses.add("record_id = :record");
        }
        if (wanted.result() != null) {
            clauses.add("result = :result");
        }
        if (wanted.origin() != null) {
            clauses.add("origin = :origin");
        }
        var query = handle.createQuery(COMPLETED.formatted(MEMBERS, DOUBTS, REFUSALS, String.join(" AND ", clauses)));
        if (wanted.eid() != null) {
            query.bind("eid", wanted.eid());
        }
        if (wanted.recordId() != null) {
            query.bind("record", wanted.recordId());
        }
        if (wanted.result() != null) {
            query.bind("result", wanted.result().name());
        }
        if (wanted.origin() != null) {
            query.bind("origin", wanted.origin().name());
        }
        return query;
    }

    private static IdentityLink link(ResultSet row) throws SQLException {
        return new IdentityLink(
                row.getString("eid"),
                row.getString("record_id"),
                Result.valueOf(row.getString("result")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("weight", Double.class),
                row.getBoolean("alone"),
                instant(row, "since"));
    }

    @Override
    public List<Past> history(Collection<String> eids, Collection<String> recordIds) {
        return jdbi.withHandle(handle -> handle.createQuery(PAST)
                .bindArray("eids", String.class, List.copyOf(eids))
                .bindArray("records", String.class, List.copyOf(recordIds))
                .map((row, context) -> new Past(
                        row.getString("eid"),
                        row.getString("record_id"),
                        Result.valueOf(row.getString("result")),
                        instant(row, "at"),
                        instant(row, "since")))
                .list());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
