package org.hms.registry.quality.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.ResolvedGroup.NewVersion;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.patient.store.CommitHook;
import org.hms.registry.patient.store.SourceSystemDao;
import org.hms.registry.quality.RecordAssessment;
import org.hms.registry.store.CopyRows;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;

/**
 * Writes what each record lacks in the transaction that writes the record, and marks duplicates in each person that the
 * group touched. The sums follow by triggers on {@code record_quality}, so that they can never differ from the rows.
 */
public final class QualityProjection implements CommitHook {

    private final RecordAssessment assessment;

    public QualityProjection(RecordAssessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public void written(Handle transaction, ResolvedGroup group, List<SourceSystem> sources) {
        lock(transaction);
        var records = group.versions().stream().map(NewVersion::record).toList();
        var contents = group.versions().stream()
                .collect(Collectors.toMap(version -> version.record().id(), NewVersion::content));
        var firstReceived = firstReceived(transaction, records);
        var source = byId(sources);
        var born = group.born();
        var fresh = new ArrayList<QualityRow>();
        var known = new ArrayList<QualityRow>();
        records.stream()
                .filter(SourceRecord::active)
                .forEach(record -> (born.contains(record.id()) ? fresh : known)
                        .add(row(record, contents.getOrDefault(record.id(), ""), firstReceived, source)));
        copy(transaction, fresh);
        write(transaction, known);
        remove(
                transaction,
                records.stream()
                        .filter(record -> !record.active())
                        .map(SourceRecord::id)
                        .toList());
        var touched = new LinkedHashSet<>(group.identification().moves().keySet());
        records.forEach(record -> touched.add(record.id()));
        // Who has come alone has no duplicate.
        group.newcomers().values().stream().filter(alone -> alone.size() == 1).forEach(touched::removeAll);
        if (!touched.isEmpty()) {
            markDuplicates(transaction, touched);
        }
    }

    @Override
    public void loaded(Handle transaction, ResolvedGroup group, List<SourceSystem> known) {
        var sources = byId(known);
        var duplicates = duplicates(group);
        var rows = new ArrayList<QualityRow>();
        for (var version : group.versions()) {
            var record = version.record();
            var row = row(record, version.content(), Map.of(), sources);
            rows.add(duplicates.contains(record.id()) ? row.withDuplicate() : row);
        }
        copy(transaction, rows);
    }

    /** Rows of records of which the table holds nothing. */
    private static void copy(Handle transaction, List<QualityRow> records) {
        var rows = new CopyRows(
                "record_quality",
                "record_id, source, facility, district, month, codes, documented, provisional, first_received");
        records.forEach(record -> record.addTo(rows));
        rows.send(transaction);
    }

    /** Of each person's records of one source all but the first. */
    private static Set<String> duplicates(ResolvedGroup group) {
        var seen = new HashSet<List<String>>();
        var eids = group.identification().moves();
        return group.versions().stream()
                .map(NewVersion::record)
                .sorted(Comparator.comparing(SourceRecord::id))
                .filter(record -> !seen.add(List.of(Objects.requireNonNull(eids.get(record.id())), record.source())))
                .map(SourceRecord::id)
                .collect(Collectors.toSet());
    }

    /** Of the backfill and a commit one waits for the other, so that they never wait for each other's rows. */
    static void lock(Handle transaction) {
        transaction.execute("SELECT pg_advisory_xact_lock(hashtext('record_quality'))");
    }

    QualityRow row(
            SourceRecord record,
            String content,
            Map<String, Instant> firstReceived,
            Map<String, SourceSystem> sources) {
        var first = firstReceived.getOrDefault(record.id(), record.receivedAt());
        return QualityRow.of(
                record, ManagingOrganization.of(content), first, assessment.assess(record, first, sources));
    }

    static Map<String, SourceSystem> sources(Handle transaction) {
        var json = new StoredJson();
        return byId(transaction.attach(SourceSystemDao.class).list().stream()
                .map(row -> row.toSource(json))
                .toList());
    }

    private static Map<String, SourceSystem> byId(List<SourceSystem> sources) {
        return sources.stream().collect(Collectors.toMap(SourceSystem::id, Function.identity()));
    }

    /** When the first version of each record came. */
    static Map<String, Instant> firstReceived(Handle transaction, Collection<SourceRecord> records) {
        var known = new HashMap<String, Instant>();
        var asked = records.stream()
                .filter(record -> record.version() > 1)
                .map(SourceRecord::id)
                .toList();
        if (!asked.isEmpty()) {
            transaction
                    .createQuery("""
                            SELECT record_id, received_at FROM patient_record_version
                            WHERE version = 1 AND record_id = ANY(:ids)
                            """)
                    .bindArray("ids", String.class, asked)
                    .map((row, context) -> Map.entry(
                            row.getString("record_id"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant()))
                    .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        }
        return known;
    }

    static void write(Handle transaction, List<QualityRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO record_quality (record_id, source, facility, district, month, codes, documented,
                                            provisional, first_received)
                VALUES (:recordId, :source, :facility, :district, :month, :codes, :documented, :provisional,
                        :firstReceived)
                ON CONFLICT (record_id) DO UPDATE SET source = excluded.source, facility = excluded.facility,
                    district = excluded.district, month = excluded.month, codes = excluded.codes,
                    documented = excluded.documented, provisional = excluded.provisional,
                    first_received = excluded.first_received
                """);
        rows.forEach(row -> row.bindTo(batch).add());
        batch.execute();
    }

    private static void remove(Handle transaction, List<String> withdrawn) {
        if (!withdrawn.isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM record_quality WHERE record_id = ANY(:ids)")
                    .bindArray("ids", String.class, withdrawn)
                    .execute();
        }
    }

    /** Marks, in every person that one of the records belongs or belonged to, each record but the first of its source. */
    static void markDuplicates(Handle transaction, Collection<String> touched) {
        transaction
                .createUpdate("""
                        UPDATE record_quality q
                        SET codes = CASE WHEN d.duplicate THEN q.codes || 100::smallint
                                         ELSE array_remove(q.codes, 100::smallint) END
                        FROM (SELECT m.record_id, row_number() OVER (
                                         PARTITION BY m.eid, r.source ORDER BY m.record_id) > 1 AS duplicate
                              FROM membership m JOIN record_quality r ON r.record_id = m.record_id
                              WHERE m.to_change IS NULL AND m.eid IN (
                                  SELECT t.eid FROM membership t WHERE t.record_id = ANY(:ids))) AS d
                        WHERE q.record_id = d.record_id AND d.duplicate <> (100::smallint = ANY(q.codes))
                        """)
                .bindArray("ids", String.class, List.copyOf(touched))
                .execute();
    }
}
