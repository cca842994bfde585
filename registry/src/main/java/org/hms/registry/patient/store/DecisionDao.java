package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.GoldenMark;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows that acts leave behind: {@code home} and {@code golden_mark}, and the ids that could come back to life. */
final class DecisionDao {

    private final Handle handle;

    DecisionDao(Handle handle) {
        this.handle = handle;
    }

    /** A mark as it stands in its row. */
    record MarkRow(
            long act,
            String recordId,
            String field,
            boolean fromRecord,
            @Nullable String said) {
        GoldenMark toMark(StoredJson json) {
            return new GoldenMark(
                    act, recordId, field, fromRecord, said == null ? null : json.read(said, Demographics.class));
        }
    }

    List<PersonDao.StayRow> listHomes(Collection<String> ids) {
        return handle.createQuery("SELECT record_id, eid FROM home WHERE record_id = ANY(:ids)")
                .bindArray("ids", String.class, ids)
                .map(PersonDao.StayRow::of)
                .list();
    }

    List<PersonDao.StayRow> listEnded(Collection<String> ids) {
        return handle.createQuery("""
                        SELECT last.record_id, last.eid
                        FROM (SELECT DISTINCT m.eid FROM membership m JOIN person p ON p.eid = m.eid AND NOT p.active
                              WHERE m.record_id = ANY(:ids)) AS ended
                        JOIN membership last ON last.eid = ended.eid
                        WHERE last.to_change = (SELECT max(to_change) FROM membership WHERE eid = ended.eid)
                          AND NOT EXISTS (SELECT 1 FROM home WHERE home.eid = ended.eid)
                        """)
                .bindArray("ids", String.class, ids)
                .map(PersonDao.StayRow::of)
                .list();
    }

    List<PersonDao.StayRow> listLastRecords(Collection<String> eids) {
        return handle.createQuery("""
                        SELECT last.record_id, last.eid
                        FROM person p JOIN membership last ON last.eid = p.eid
                        WHERE p.eid = ANY(:eids) AND NOT p.active
                          AND last.to_change = (SELECT max(to_change) FROM membership WHERE eid = p.eid)
                        """)
                .bindArray("eids", String.class, eids)
                .map(PersonDao.StayRow::of)
                .list();
    }

    List<MarkRow> listMarks(Collection<String> ids) {
        return handle.createQuery("""
                        SELECT act, record_id, field, from_record, said FROM golden_mark
                        WHERE live AND record_id = ANY(:ids) ORDER BY act, record_id, field
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> new MarkRow(
                        row.getLong("act"),
                        row.getString("record_id"),
                        row.getString("field"),
                        row.getBoolean("from_record"),
                        row.getString("said")))
                .list();
    }

    Set<String> listConfidential(Collection<String> eids) {
        return new TreeSet<>(handle.createQuery("""
                        SELECT DISTINCT m.eid FROM golden_mark g JOIN membership m ON m.record_id = g.record_id
                        WHERE g.live AND g.field = 'confidential' AND m.to_change IS NULL AND m.eid = ANY(:eids)
                        """)
                .bindArray("eids", String.class, eids)
                .map((row, context) -> row.getString("eid"))
                .list());
    }
}
