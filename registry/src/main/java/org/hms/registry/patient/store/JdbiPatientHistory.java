package org.hms.registry.patient.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.PatientHistory;
import org.hms.registry.patient.PatientVersion;
import org.hms.registry.patient.PersonThen;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Histories in Postgres. What belongs together was committed together and bears the same time, so time says what was true when. */
public final class JdbiPatientHistory implements PatientHistory {

    private static final String RECORD_VERSIONS = """
            SELECT v.record_id AS id, v.version, v.content, c.number, c.at,
                   (SELECT m.eid FROM membership m JOIN change f ON f.number = m.from_change
                    LEFT JOIN change t ON t.number = m.to_change
                    WHERE m.record_id = v.record_id AND f.at <= c.at AND (t.at IS NULL OR t.at > c.at)) AS eid
            FROM patient_record_version v JOIN change c ON c.number = v.change
            """;

    private static final String PERSON_VERSIONS = """
            SELECT g.content, c.number, c.at, b.members, b.active
            FROM golden_record g JOIN change c ON c.number = g.change
            CROSS JOIN LATERAL (
                SELECT coalesce(array_agg(m.record_id ORDER BY m.record_id), '{}') AS members, bool_or(v.content !~ '"active" ?: ?false') AS active
                FROM membership m JOIN change f ON f.number = m.from_change
                LEFT JOIN change t ON t.number = m.to_change
                CROSS JOIN LATERAL (SELECT w.content FROM patient_record_version w JOIN change d ON d.number = w.change
                                    WHERE w.record_id = m.record_id AND d.at <= c.at ORDER BY w.version DESC LIMIT 1) v
                WHERE m.eid = g.eid AND f.at <= c.at AND (t.at IS NULL OR t.at > c.at)) b
            """;

    /** An end is one version after the last golden record before it. */
    private static final String ENDS = """
            SELECT c.subject_id AS id, c.number, c.at, l.to_eid AS heir,
                   (SELECT max(g.version) + 1 FROM golden_record g WHERE g.eid = c.subject_id AND g.change < c.number) AS version
            FROM change c JOIN LATERAL (
                SELECT p.to_eid FROM lineage p JOIN change w ON w.number = p.change
                WHERE p.from_eid = c.subject_id AND p.kind = 'MERGED_INTO' AND w.at = c.at LIMIT 1) l ON true
            WHERE c.subject_type = 'Person' AND NOT EXISTS (SELECT 1 FROM golden_record g WHERE g.change = c.number)
            """;

    private final Jdbi jdbi;
    private final StoredJson json = new StoredJson();

    public JdbiPatientHistory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<PatientVersion> ofRecord(String recordId) {
        return jdbi.withHandle(
                handle -> handle.createQuery(RECORD_VERSIONS + "WHERE v.record_id = :id ORDER BY v.version DESC")
                        .bind("id", recordId)
                        .map((row, context) -> recordVersion(row))
                        .list());
    }

    @Override
    public List<PatientVersion> ofPerson(String eid) {
        return jdbi.withHandle(handle -> {
            var versions = new ArrayList<>(handle.createQuery(PERSON_VERSIONS + "WHERE g.eid = :id")
                    .bind("id", eid)
                    .map((row, context) -> personVersion(row))
                    .list());
            versions.addAll(handle.createQuery(ENDS + "AND c.subject_id = :id")
                    .bind("id", eid)
                    .map((row, context) -> end(row))
                    .list());
            return newestFirst(versions);
        });
    }

    @Override
    public Page since(@Nullable Instant since, long before, int limit) {
        return jdbi.withHandle(handle -> {
            var numbers = numbers(handle, since, before, limit);
            var versions = new ArrayList<PatientVersion>();
            versions.addAll(handle.createQuery(RECORD_VERSIONS + "WHERE v.change = ANY(:numbers)")
                    .bindArray("numbers", Long.class, numbers)
                    .map((row, context) -> recordVersion(row))
                    .list());
            versions.addAll(handle.createQuery(PERSON_VERSIONS + "WHERE g.change = ANY(:numbers)")
                    .bindArray("numbers", Long.class, numbers)
                    .map((row, context) -> personVersion(row))
                    .list());
            versions.addAll(handle.createQuery(ENDS + "AND c.number = ANY(:numbers)")
                    .bindArray("numbers", Long.class, numbers)
                    .map((row, context) -> end(row))
                    .list());
            return new Page(newestFirst(versions), numbers.size() < limit ? null : numbers.getLast());
        });
    }

    private static List<Long> numbers(Handle handle, @Nullable Instant since, long before, int limit) {
        var query = handle.createQuery("""
                        SELECT number FROM change
                        WHERE number < :before AND subject_type IN ('PatientRecord', 'Person') %s
                        ORDER BY number DESC LIMIT :limit
                        """.formatted(since == null ? "" : "AND at >= :since"))
                .bind("before", before)
                .bind("limit", limit);
        if (since != null) {
            query.bind("since", since);
        }
        return query.mapTo(Long.class).list();
    }

    private static List<PatientVersion> newestFirst(List<PatientVersion> versions) {
        return versions.stream()
                .sorted(Comparator.comparingLong(PatientVersion::change).reversed())
                .toList();
    }

    private static PatientVersion recordVersion(ResultSet row) throws SQLException {
        return new PatientVersion.OfRecord(
                row.getString("id"),
                row.getInt("version"),
                row.getLong("number"),
                instant(row, "at"),
                row.getString("content"),
                row.getString("eid"));
    }

    private PatientVersion personVersion(ResultSet row) throws SQLException {
        return new PatientVersion.OfPerson(
                json.read(row.getString("content"), GoldenRecord.class),
                row.getLong("number"),
                instant(row, "at"),
                List.of((String[]) row.getArray("members").getArray()),
                row.getBoolean("active"));
    }

    private static PatientVersion end(ResultSet row) throws SQLException {
        return new PatientVersion.Ended(
                row.getString("id"),
                row.getInt("version"),
                row.getLong("number"),
                instant(row, "at"),
                row.getString("heir"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public Optional<PersonThen> personAt(String eid, Instant at) {
        return jdbi.withHandle(handle -> new PersonPast(handle, json, at).find(eid));
    }
}
