package org.hms.registry.quality.store;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.store.RecordDao;
import org.hms.registry.store.InstanceProperties;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Assesses the records that were there before findings were kept; beside the feed, a thousand at a time, and only once. */
public final class QualityBackfill {

    private static final Logger LOG = LoggerFactory.getLogger(QualityBackfill.class);
    private static final int BATCH = 1_000;
    private static final String REACHED = "quality-backfilled";
    private static final String DONE = "all";

    private final Jdbi jdbi;
    private final QualityProjection projection;
    private final InstanceProperties properties;
    private final StoredJson json = new StoredJson();

    public QualityBackfill(Jdbi jdbi, QualityProjection projection) {
        this.jdbi = jdbi;
        this.projection = projection;
        this.properties = new InstanceProperties(jdbi);
    }

    /** Goes on from where the last run ended; ends early, and may be run again, when it is told to stop. */
    public void run(BooleanSupplier stopped) {
        var reached = properties.find(REACHED).orElse("");
        long assessed = 0;
        while (!reached.equals(DONE) && !stopped.getAsBoolean()) {
            var after = reached;
            var ids = jdbi.inTransaction(transaction -> next(transaction, after));
            assessed += ids.size();
            reached = ids.size() < BATCH ? DONE : ids.getLast();
            properties.put(REACHED, reached);
        }
        if (assessed > 0) {
            LOG.info("Quality: {} records assessed that were there before", assessed);
        }
    }

    private List<String> next(Handle transaction, String after) {
        QualityProjection.lock(transaction);
        var ids = transaction
                .createQuery("""
                        SELECT id FROM patient_record r
                        WHERE id > :after AND active
                          AND NOT EXISTS (SELECT FROM record_quality q WHERE q.record_id = r.id)
                        ORDER BY id LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", BATCH)
                .mapTo(String.class)
                .list();
        var records = new RecordDao(transaction)
                .listByIds(ids).stream().map(row -> row.toRecord(json)).toList();
        assess(transaction, records);
        return ids;
    }

    private void assess(Handle transaction, List<SourceRecord> records) {
        var ids = records.stream().map(SourceRecord::id).toList();
        var contents = transaction
                .createQuery("""
                        SELECT v.record_id, v.content FROM patient_record r
                        JOIN patient_record_version v ON v.record_id = r.id AND v.version = r.version
                        WHERE r.id = ANY(:ids)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> List.of(row.getString("record_id"), row.getString("content")))
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        var first = QualityProjection.firstReceived(transaction, records);
        var sources = QualityProjection.sources(transaction);
        QualityProjection.write(
                transaction,
                records.stream()
                        .filter(SourceRecord::active)
                        .map(record -> projection.row(record, contents.getOrDefault(record.id(), ""), first, sources))
                        .toList());
        QualityProjection.markDuplicates(transaction, ids);
    }
}
