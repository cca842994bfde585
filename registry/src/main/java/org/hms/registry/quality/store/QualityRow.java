package org.hms.registry.quality.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.quality.RecordFindings;
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
}
