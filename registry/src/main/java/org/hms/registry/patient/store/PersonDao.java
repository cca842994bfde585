package org.hms.registry.patient.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.patient.PersonHistory.Passage;
import org.hms.registry.patient.PersonHistory.Stay;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Rows of {@code person}, {@code membership}, {@code golden_record} and {@code lineage}. */
final class PersonDao {

    private final Handle handle;

    PersonDao(Handle handle) {
        this.handle = handle;
    }

    /** A live membership. */
    record StayRow(String recordId, String eid) {
        static StayRow of(ResultSet row, StatementContext context) throws SQLException {
            return new StayRow(row.getString("record_id"), row.getString("eid"));
        }
    }

    List<StayRow> listMemberships(Collection<String> ids) {
        return handle.createQuery(
                        "SELECT record_id, eid FROM membership WHERE record_id = ANY(:ids) AND to_change IS NULL")
                .bindArray("ids", String.class, ids)
                .map(StayRow::of)
                .list();
    }

    List<StayRow> listMembers(Collection<String> eids) {
        return handle.createQuery("""
                        SELECT record_id, eid FROM membership WHERE eid = ANY(:eids) AND to_change IS NULL
                        ORDER BY eid, record_id
                        """)
                .bindArray("eids", String.class, eids)
                .map(StayRow::of)
                .list();
    }

    List<String> listGolden(Collection<String> eids) {
        return handle.createQuery("""
                        SELECT g.content FROM golden_record g JOIN person p ON p.eid = g.eid AND p.version = g.version
                        WHERE g.eid = ANY(:eids)
                        """)
                .bindArray("eids", String.class, eids)
                .map((row, context) -> row.getString("content"))
                .list();
    }

    Optional<String> resolve(String eid) {
        return handle.createQuery("""
                        WITH RECURSIVE heir AS (
                            SELECT eid, active FROM person WHERE eid = :eid
                            UNION
                            SELECT p.eid, p.active
                            FROM heir h
                            JOIN lineage l ON l.from_eid = h.eid AND l.kind = 'MERGED_INTO' AND NOT h.active
                                AND l.change = (SELECT max(change) FROM lineage
                                                WHERE from_eid = h.eid AND kind = 'MERGED_INTO')
                            JOIN person p ON p.eid = l.to_eid
                        )
                        SELECT eid FROM heir WHERE active LIMIT 1
                        """).bind("eid", eid).mapTo(String.class).findOne();
    }

    Optional<Boolean> findActive(String eid) {
        return handle.createQuery("SELECT active FROM person WHERE eid = :eid")
                .bind("eid", eid)
                .mapTo(Boolean.class)
                .findOne();
    }

    List<Stay> listStays(String eid) {
        return handle.createQuery("""
                        SELECT m.record_id, f.at AS since, t.at AS until
                        FROM membership m JOIN change f ON f.number = m.from_change
                        LEFT JOIN change t ON t.number = m.to_change
                        WHERE m.eid = :eid ORDER BY m.from_change, m.record_id
                        """)
                .bind("eid", eid)
                .map((row, context) -> {
                    var until = row.getObject("until", OffsetDateTime.class);
                    return new Stay(
                            row.getString("record_id"), at(row, "since"), until == null ? null : until.toInstant());
                })
                .list();
    }

    List<Passage> listPassages(String eid) {
        return handle.createQuery("""
                        SELECT l.from_eid, l.to_eid, l.kind, c.at FROM lineage l JOIN change c ON c.number = l.change
                        WHERE l.from_eid = :eid OR l.to_eid = :eid ORDER BY l.change
                        """)
                .bind("eid", eid)
                .map((row, context) -> new Passage(
                        row.getString("from_eid"), row.getString("to_eid"), row.getString("kind"), at(row, "at")))
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
