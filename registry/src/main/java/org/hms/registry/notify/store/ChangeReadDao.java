package org.hms.registry.notify.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hms.registry.notify.ChangeReads.Move;
import org.hms.registry.notify.ChangeReads.Passage;
import org.hms.registry.notify.ChangeReads.RecordChange;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** What rows of {@code membership}, {@code lineage} and the versions say of a stretch of the change log. */
@RegisterConstructorMapper(Move.class)
@RegisterConstructorMapper(Passage.class)
@RegisterConstructorMapper(RecordChange.class)
@RegisterConstructorMapper(ChangeReadDao.GoldenRow.class)
@RegisterConstructorMapper(ChangeReadDao.StayRow.class)
public interface ChangeReadDao {

    /** A golden version and the change that wrote it. */
    record GoldenRow(long change, int version) {}

    /** A stay with one of the identifiers of its record. */
    record StayRow(
            String recordId,
            String eid,
            String source,
            long from,
            @Nullable Long until,
            String system,
            String value) {}

    @SqlQuery("""
            SELECT n.from_change AS change, n.record_id, r.source, o.eid AS "from", n.eid AS "to"
            FROM membership n
            JOIN patient_record r ON r.id = n.record_id
            LEFT JOIN membership o ON o.record_id = n.record_id AND o.to_change = n.from_change AND o.eid <> n.eid
            WHERE n.from_change > :after AND n.from_change <= :upTo
            ORDER BY n.from_change, n.record_id
            """)
    List<Move> listMoves(long after, long upTo);

    @SqlQuery("""
            SELECT change, from_eid AS "from", to_eid AS "to", kind = 'MERGED_INTO' AS whole
            FROM lineage WHERE change > :after AND change <= :upTo ORDER BY change, from_eid, to_eid
            """)
    List<Passage> listPassages(long after, long upTo);

    /** A membership that began in the record's own transaction bears a later number, but the same instant. */
    @SqlQuery("""
            SELECT v.change, v.record_id, r.source, v.version, m.eid
            FROM patient_record_version v
            JOIN patient_record r ON r.id = v.record_id
            JOIN change c ON c.number = v.change
            LEFT JOIN LATERAL (
                SELECT s.eid FROM membership s JOIN change b ON b.number = s.from_change
                WHERE s.record_id = v.record_id AND (s.from_change < v.change OR b.at = c.at)
                ORDER BY s.from_change DESC LIMIT 1
            ) m ON true
            WHERE v.change > :after AND v.change <= :upTo
            ORDER BY v.change
            """)
    List<RecordChange> listRecordChanges(long after, long upTo);

    @SqlQuery("""
            SELECT change, version FROM golden_record
            WHERE eid = ANY(:eids) AND change > :after AND change <= :upTo
            """)
    List<GoldenRow> listGoldenVersions(Collection<String> eids, long after, long upTo);

    @SqlQuery("""
            SELECT m.record_id, m.eid, r.source, m.from_change AS "from", m.to_change AS until, i.system, i.value
            FROM membership m
            JOIN patient_record r ON r.id = m.record_id
            JOIN patient_identifier i ON i.record_id = m.record_id
            WHERE m.eid = ANY(:eids) AND (m.to_change IS NULL OR m.to_change >= :notEndedBefore)
            ORDER BY m.eid, m.record_id, m.from_change
            """)
    List<StayRow> listStays(Collection<String> eids, long notEndedBefore);

    @SqlQuery("""
            WITH RECURSIVE heir AS (
                SELECT eid, active FROM person WHERE eid = :eid
                UNION
                SELECT p.eid, p.active
                FROM heir h
                JOIN lineage l ON l.from_eid = h.eid AND l.kind = 'MERGED_INTO' AND NOT h.active
                JOIN person p ON p.eid = l.to_eid
            )
            SELECT eid FROM heir WHERE active LIMIT 1
            """)
    Optional<String> findHeir(String eid);
}
