package org.hms.registry.privacy.store;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hms.registry.privacy.AccessReports;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Access reports read from the audit trail. */
public final class JdbiAccessReports implements AccessReports {

    private static final String ENTRIES = """
            FROM audit_entry WHERE subject_ids && :ids::text[] AND at >= :from AND at < :to
            """;

    private final Jdbi jdbi;

    public JdbiAccessReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Report about(String eid, Period period, int limit, int offset) {
        return jdbi.withHandle(handle -> {
            var own =
                    handle.createQuery("""
                            WITH RECURSIVE former AS (
                                SELECT CAST(:eid AS text) AS eid
                                UNION
                                SELECT l.from_eid FROM former f
                                JOIN lineage l ON l.to_eid = f.eid AND l.kind = 'MERGED_INTO'
                                JOIN person p ON p.eid = l.from_eid AND NOT p.active
                            )
                            SELECT eid FROM former
                            UNION
                            SELECT record_id FROM membership WHERE eid = :eid AND to_change IS NULL
                            """).bind("eid", eid).mapTo(String.class).set();
            var total = handle.createQuery("SELECT count(*) " + ENTRIES)
                    .bindArray("ids", String.class, List.copyOf(own))
                    .bind("from", period.from())
                    .bind("to", period.to())
                    .mapTo(Long.class)
                    .one();
            return new Report(accesses(handle, own, period, limit, offset), total);
        });
    }

    private static List<Access> accesses(Handle handle, Set<String> own, Period period, int limit, int offset) {
        return handle.createQuery("SELECT at, caller, role, purpose, action, subject_ids, outcome " + ENTRIES
                        + " ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset")
                .bindArray("ids", String.class, List.copyOf(own))
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Access(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("caller"),
                        row.getString("role"),
                        row.getString("purpose"),
                        row.getString("action"),
                        Arrays.stream((String[]) row.getArray("subject_ids").getArray())
                                .filter(own::contains)
                                .toList(),
                        row.getString("outcome")))
                .list();
    }
}
