package org.hms.registry.patient.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of {@code patient_record} and what hangs on them. */
public final class RecordDao {

    private static final String ROW = """
            SELECT r.id, r.source, r.identifier_system, r.identifier_value, r.version, r.active, r.content_hash,
                   r.demographics, r.received_at, r.replaced_by
            FROM patient_record r
            """;

    private final Handle handle;

    public RecordDao(Handle handle) {
        this.handle = handle;
    }

    /** A record as it stands in its row. */
    public record Row(
            String id,
            String source,
            RecordKey key,
            int version,
            boolean active,
            String contentHash,
            String demographics,
            OffsetDateTime receivedAt,
            @Nullable String replacedBy) {

        private static Row of(ResultSet row, StatementContext context) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("source"),
                    new RecordKey(row.getString("identifier_system"), row.getString("identifier_value")),
                    row.getInt("version"),
                    row.getBoolean("active"),
                    row.getString("content_hash"),
                    row.getString("demographics"),
                    row.getObject("received_at", OffsetDateTime.class),
                    row.getString("replaced_by"));
        }

        public SourceRecord toRecord(StoredJson json) {
            return new SourceRecord(
                    id,
                    source,
                    key,
                    version,
                    active,
                    contentHash,
                    json.read(demographics, Demographics.class),
                    receivedAt.toInstant(),
                    replacedBy);
        }
    }

    List<Row> listByKeys(Collection<String> systems, Collection<String> values) {
        return handle.createQuery(ROW + """
                        JOIN unnest(:systems::text[], :values::text[]) AS k (system, value)
                          ON r.identifier_system = k.system AND r.identifier_value = k.value
                        """)
                .bindArray("systems", String.class, systems)
                .bindArray("values", String.class, values)
                .map(Row::of)
                .list();
    }

    public List<Row> listByIds(Collection<String> ids) {
        return handle.createQuery(ROW + "WHERE r.id = ANY(:ids) ORDER BY r.id")
                .bindArray("ids", String.class, ids)
                .map(Row::of)
                .list();
    }

    /** A record and the one in its place. */
    record Replacement(String id, String replacedBy) {}

    List<Replacement> listReplacements(Collection<String> ids) {
        return handle.createQuery("""
                        SELECT id, replaced_by FROM patient_record WHERE id = ANY(:ids) AND replaced_by IS NOT NULL
                        UNION
                        SELECT id, replaced_by FROM patient_record WHERE replaced_by = ANY(:ids)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> new Replacement(row.getString("id"), row.getString("replaced_by")))
                .list();
    }

    List<String> listSystems(String source) {
        return handle.createQuery("SELECT DISTINCT identifier_system FROM patient_record WHERE source = :source")
                .bind("source", source)
                .mapTo(String.class)
                .list();
    }

    Optional<String> findContent(String id, int version) {
        return handle.createQuery(
                        "SELECT content FROM patient_record_version WHERE record_id = :id AND version = :version")
                .bind("id", id)
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    List<Row> listByIdentifier(String system, String value) {
        return handle.createQuery(ROW + """
                        JOIN patient_identifier i ON i.record_id = r.id
                        WHERE i.system = :system AND i.value = :value AND r.active ORDER BY r.id
                        """)
                .bind("system", system)
                .bind("value", value)
                .map(Row::of)
                .list();
    }

    boolean knowsSystem(String system) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM patient_identifier WHERE system = :system)")
                .bind("system", system)
                .mapTo(Boolean.class)
                .one();
    }

    long lastChange() {
        return handle.createQuery("SELECT coalesce(max(change), 0) FROM patient_record_version")
                .mapTo(Long.class)
                .one();
    }

    Stream<Row> stream(int fetch) {
        return handle.createQuery(ROW + "ORDER BY r.id").setFetchSize(fetch).map(Row::of).stream();
    }

    Stream<Row> streamChangedSince(long change, int fetch) {
        return handle.createQuery(ROW + """
                        WHERE r.id IN (SELECT v.record_id FROM patient_record_version v WHERE v.change > :change)
                        ORDER BY r.id
                        """).bind("change", change).setFetchSize(fetch).map(Row::of).stream();
    }
}
