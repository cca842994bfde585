package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.patient.PersonHistory.Passage;
import org.hms.registry.patient.PersonHistory.Stay;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Rows of {@code person}, {@code membership}, {@code golden_record} and {@code lineage}. */
@RegisterConstructorMapper(PersonDao.StayRow.class)
@RegisterConstructorMapper(Stay.class)
@RegisterConstructorMapper(Passage.class)
public interface PersonDao {

    /** A live membership. */
    record StayRow(String recordId, String eid) {}

    @SqlQuery("SELECT record_id, eid FROM membership WHERE record_id = ANY(:ids) AND to_change IS NULL")
    List<StayRow> listMemberships(Collection<String> ids);

    @SqlQuery("SELECT record_id, eid FROM membership WHERE eid = ANY(:eids) AND to_change IS NULL ORDER BY eid,"
            + " record_id")
    List<StayRow> listMembers(Collection<String> eids);

    @SqlQuery("""
        SELECT g.content FROM golden_record g JOIN person p ON p.eid = g.eid AND p.version = g.version
        WHERE g.eid = ANY(:eids)
        """)
    List<String> listGolden(Collection<String> eids);

    @SqlQuery("""
        WITH RECURSIVE heir AS (
            SELECT eid, active FROM person WHERE eid = :eid
            UNION
            SELECT p.eid, p.active
            FROM heir h
            JOIN lineage l ON l.from_eid = h.eid AND l.kind = 'MERGED_INTO' AND NOT h.active
                AND l.change = (SELECT max(change) FROM lineage WHERE from_eid = h.eid AND kind = 'MERGED_INTO')
            JOIN person p ON p.eid = l.to_eid
        )
        SELECT eid FROM heir WHERE active LIMIT 1
        """)
    Optional<String> resolve(String eid);

    @SqlQuery("SELECT active FROM person WHERE eid = :eid")
    Optional<Boolean> findActive(String eid);

    @SqlQuery("""
        SELECT m.record_id, f.at AS "from", t.at AS until
        FROM membership m JOIN change f ON f.number = m.from_change LEFT JOIN change t ON t.number = m.to_change
        WHERE m.eid = :eid ORDER BY m.from_change, m.record_id
        """)
    List<Stay> listStays(String eid);

    @SqlQuery("""
        SELECT l.from_eid AS "from", l.to_eid AS "to", l.kind, c.at FROM lineage l JOIN change c ON c.number = l.change
        WHERE l.from_eid = :eid OR l.to_eid = :eid ORDER BY l.change
        """)
    List<Passage> listPassages(String eid);
}
