package org.hms.registry.patient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hms.registry.Foundation;
import org.jdbi.v3.core.Handle;

/** What the registry itself kept of its past: versions, stays of records with persons, decisions and acts by change number. */
record StoredHistory(
        Map<String, TreeMap<Integer, Version>> versions,
        Map<String, List<Stay>> stays,
        List<Ruled> decisions,
        Map<Long, String> acts) {

    /** @param committed the last change of the commit that wrote it */
    record Version(String content, long change, long committed) {}

    /** A record was of a person from one change until before another. */
    record Stay(String eid, long from, long until) {}

    /** A decision counted from one change until before another. */
    record Ruled(String left, String right, boolean together, long from, long until) {}

    static StoredHistory of(Foundation foundation) {
        return foundation
                .database()
                .jdbi()
                .withHandle(
                        handle -> new StoredHistory(versions(handle), stays(handle), decisions(handle), acts(handle)));
    }

    private static Map<String, TreeMap<Integer, Version>> versions(Handle handle) {
        var versions = new HashMap<String, TreeMap<Integer, Version>>();
        handle.createQuery("""
                SELECT v.record_id, v.version, v.content, v.change, c.committed
                FROM patient_record_version v
                JOIN (SELECT number, max(number) OVER (PARTITION BY at) AS committed FROM change) c ON c.number = v.change
                """)
                .setFetchSize(10_000)
                .map((row, context) -> versions.computeIfAbsent(row.getString("record_id"), any -> new TreeMap<>())
                        .put(
                                row.getInt("version"),
                                new Version(row.getString("content"), row.getLong("change"), row.getLong("committed"))))
                .forEach(former -> {});
        return versions;
    }

    private static Map<String, List<Stay>> stays(Handle handle) {
        var stays = new HashMap<String, List<Stay>>();
        handle.createQuery("""
                SELECT record_id, eid, from_change, coalesce(to_change, 9223372036854775807) AS until
                FROM membership ORDER BY record_id, from_change, until
                """)
                .map((row, context) -> stays.computeIfAbsent(row.getString("record_id"), any -> new ArrayList<>())
                        .add(new Stay(row.getString("eid"), row.getLong("from_change"), row.getLong("until"))))
                .forEach(added -> {});
        return stays;
    }

    private static List<Ruled> decisions(Handle handle) {
        return handle.createQuery("""
                SELECT d.left_record, d.right_record, d.kind = 'MUST_LINK' AS together, min(c.number) AS since,
                       CASE WHEN d.withdrawn_at IS NULL THEN 9223372036854775807 ELSE max(c.number) END AS until
                FROM decision d JOIN change c ON c.subject_type = 'Act' AND c.subject_id = d.act::text
                GROUP BY d.id
                """)
                .map((row, context) -> new Ruled(
                        row.getString("left_record"),
                        row.getString("right_record"),
                        row.getBoolean("together"),
                        row.getLong("since"),
                        row.getLong("until")))
                .list();
    }

    private static Map<Long, String> acts(Handle handle) {
        var acts = new HashMap<Long, String>();
        handle.createQuery("SELECT id, state FROM act")
                .map((row, context) -> acts.put(row.getLong("id"), row.getString("state")))
                .forEach(former -> {});
        return acts;
    }
}
