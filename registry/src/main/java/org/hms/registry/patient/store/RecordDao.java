package org.hms.registry.patient.store;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hms.matching.person.Demographics;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.FetchSize;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Rows of {@code patient_record} and what hangs on them. */
@RegisterConstructorMapper(RecordDao.Row.class)
@RegisterConstructorMapper(RecordDao.Replacement.class)
public interface RecordDao {

    /** A record as it stands in its row. */
    record Row(
            String id,
            String source,
            String identifierSystem,
            String identifierValue,
            int version,
            boolean active,
            String contentHash,
            String demographics,
            OffsetDateTime receivedAt,
            @Nullable String replacedBy) {

        public SourceRecord toRecord(StoredJson json) {
            return new SourceRecord(
                    id,
                    source,
                    new RecordKey(identifierSystem, identifierValue),
                    version,
                    active,
                    contentHash,
                    json.read(demographics, Demographics.class),
                    receivedAt.toInstant(),
                    replacedBy);
        }
    }

    String COLUMNS = """
            SELECT r.id, r.source, r.identifier_system, r.identifier_value, r.version, r.active, r.content_hash,
                   r.demographics, r.received_at, r.replaced_by
            """;

    @SqlQuery(COLUMNS + """
            FROM patient_record r
            JOIN unnest(:systems::text[], :values::text[]) AS k (system, value)
              ON r.identifier_system = k.system AND r.identifier_value = k.value
            """)
    List<Row> listByKeys(Collection<String> systems, Collection<String> values);

    @SqlQuery(COLUMNS + "FROM patient_record r WHERE r.id = ANY(:ids) ORDER BY r.id")
    List<Row> listByIds(Collection<String> ids);

    /** A record and the one in its place. */
    record Replacement(String id, String replacedBy) {}

    @SqlQuery("""
            SELECT id, replaced_by FROM patient_record WHERE id = ANY(:ids) AND replaced_by IS NOT NULL
            UNION
            SELECT id, replaced_by FROM patient_record WHERE replaced_by = ANY(:ids)
            """)
    List<Replacement> listReplacements(Collection<String> ids);

    @SqlQuery("SELECT DISTINCT identifier_system FROM patient_record WHERE source = :source")
    List<String> listSystems(String source);

    @SqlQuery("SELECT content FROM patient_record_version WHERE record_id = :id AND version = :version")
    Optional<String> findContent(String id, int version);

    @SqlQuery(COLUMNS + """
            FROM patient_record r JOIN patient_identifier i ON i.record_id = r.id
            WHERE i.system = :system AND i.value = :value AND r.active ORDER BY r.id
            """)
    List<Row> listByIdentifier(String system, String value);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM patient_identifier WHERE system = :system)")
    boolean knowsSystem(String system);

    @SqlQuery("SELECT coalesce(max(change), 0) FROM patient_record_version")
    long lastChange();

    @SqlQuery(COLUMNS + "FROM patient_record r ORDER BY r.id")
    Stream<Row> stream(@FetchSize int fetch);

    @SqlQuery(COLUMNS + """
            FROM patient_record r
            WHERE r.id IN (SELECT v.record_id FROM patient_record_version v WHERE v.change > :change) ORDER BY r.id
            """)
    Stream<Row> streamChangedSince(long change, @FetchSize int fetch);
}
