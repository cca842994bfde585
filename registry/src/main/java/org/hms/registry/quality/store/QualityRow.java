package org.hms.registry.quality.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.quality.Indicator;
import org.hms.registry.quality.RecordFindings;
import org.hms.registry.store.CopyRows;
import org.jdbi.v3.core.statement.PreparedBatch;

/** A row of {@code record_quality}. The month is the one in which the newest version came. */
record QualityRow(
        String recordId,
        String source,
        String facility,
        LocalDate month,
        Instant firstReceived,
        RecordFindings findings) {

    static QualityRow of(SourceRecord record, String facility, Instant firstReceived, RecordFindings findings) {
        var month = LocalDate.ofInstant(record.receivedAt(), ZoneOffset.UTC).withDayOfMonth(1);
        return new QualityRow(record.id(), record.source(), facility, month, firstReceived, findings);
    }

    PreparedBatch bindTo(PreparedBatch batch) {
        var provisional = findings.provisional();
        return batch.bind("recordId", recordId)
                .bind("source", source)
                .bind("facility", facility)
                .bind("district", findings.district())
                .bind("month", month)
                .bindArray(
                        "codes",
                        Short.class,
                        findings.codes().stream().map(Integer::shortValue).toList())
                .bind("documented", findings.documented())
                .bind("provisional", provisional == null ? null : provisional.name())
                .bind("firstReceived", firstReceived);
    }

    /** The same record, not the only one that its source has of its person. */
    QualityRow withDuplicate() {
        var codes = new ArrayList<>(findings.codes());
        codes.add(Indicator.DUPLICATE.missing());
        var marked = new RecordFindings(findings.district(), codes, findings.documented(), findings.provisional());
        return new QualityRow(recordId, source, facility, month, firstReceived, marked);
    }

    void addTo(CopyRows rows) {
        var provisional = findings.provisional();
        rows.add(
                recordId,
                source,
                facility,
                findings.district(),
                month,
                findings.codes(),
                findings.documented(),
                provisional == null ? null : provisional.name(),
                firstReceived);
    }
}
