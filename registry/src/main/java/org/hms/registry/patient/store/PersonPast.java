package org.hms.registry.patient.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.PersonHistory.Passage;
import org.hms.registry.patient.PersonThen;
import org.hms.registry.patient.PersonThen.Member;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;

/** Persons at one moment. An id lived then when it had members then; otherwise it led to its heir. */
final class PersonPast {

    private final Handle handle;
    private final StoredJson json;
    private final Instant at;

    PersonPast(Handle handle, StoredJson json, Instant at) {
        this.handle = handle;
        this.json = json;
        this.at = at;
    }

    Optional<PersonThen> find(String eid) {
        var seen = new HashSet<String>();
        var next = Optional.of(eid);
        while (next.isPresent() && seen.add(next.get())) {
            var members = members(next.get());
            if (!members.isEmpty()) {
                return golden(next.get()).map(golden -> new PersonThen(golden, at, members, passages(golden.eid())));
            }
            next = heir(next.get());
        }
        return Optional.empty();
    }

    private List<Member> members(String eid) {
        return handle.createQuery("""
                        SELECT r.id, r.source, r.identifier_system, r.identifier_value, v.version, v.received_at, f.at AS since
                        FROM membership m
                        JOIN change f ON f.number = m.from_change
                        LEFT JOIN change t ON t.number = m.to_change
                        JOIN patient_record r ON r.id = m.record_id
                        JOIN LATERAL (SELECT version, received_at FROM patient_record_version w
                                      JOIN change c ON c.number = w.change AND c.at <= :at
                                      WHERE w.record_id = m.record_id ORDER BY w.version DESC LIMIT 1) v ON true
                        WHERE m.eid = :eid AND f.at <= :at AND (t.at IS NULL OR t.at > :at)
                        ORDER BY r.id
                        """)
                .bind("eid", eid)
                .bind("at", at)
                .map((row, context) -> new Member(
                        row.getString("id"),
                        row.getString("source"),
                        new RecordKey(row.getString("identifier_system"), row.getString("identifier_value")),
                        row.getInt("version"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Optional<GoldenRecord> golden(String eid) {
        return handle.createQuery("""
                        SELECT g.content FROM golden_record g JOIN change c ON c.number = g.change
                        WHERE g.eid = :eid AND c.at <= :at ORDER BY g.version DESC LIMIT 1
                        """)
                .bind("eid", eid)
                .bind("at", at)
                .mapTo(String.class)
                .findOne()
                .map(content -> json.read(content, GoldenRecord.class));
    }

    private Optional<String> heir(String eid) {
        return handle.createQuery("""
                        SELECT l.to_eid FROM lineage l JOIN change c ON c.number = l.change
                        WHERE l.from_eid = :eid AND l.kind = 'MERGED_INTO' AND c.at <= :at
                        ORDER BY l.change DESC LIMIT 1
                        """)
                .bind("eid", eid)
                .bind("at", at)
                .mapTo(String.class)
                .findOne();
    }

    private List<Passage> passages(String eid) {
        return handle.createQuery("""
                        SELECT l.from_eid, l.to_eid, l.kind, c.at FROM lineage l JOIN change c ON c.number = l.change
                        WHERE (l.from_eid = :eid OR l.to_eid = :eid) AND c.at <= :at ORDER BY l.change, l.from_eid, l.to_eid
                        """)
                .bind("eid", eid)
                .bind("at", at)
                .map((row, context) -> new Passage(
                        Objects.requireNonNull(row.getString("from_eid")),
                        Objects.requireNonNull(row.getString("to_eid")),
                        Objects.requireNonNull(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
