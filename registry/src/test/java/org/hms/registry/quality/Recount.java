package org.hms.registry.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.Foundation;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystem;

/** Counts everything anew from records, versions and memberships, the plain way, to hold the kept figures against. */
final class Recount {

    private final Foundation foundation;
    private final RecordAssessment assessment;

    Recount(Foundation foundation, RecordAssessment assessment) {
        this.foundation = foundation;
        this.assessment = assessment;
    }

    /** How many records carry each code, by "source facility district month code". */
    Map<String, Long> cells() {
        var sources = foundation.patients().sources().stream()
                .collect(Collectors.toMap(SourceSystem::id, Function.identity()));
        var records = new ArrayList<SourceRecord>();
        foundation.patients().eachRecord(records::add);
        var eids = foundation
                .patients()
                .membership(records.stream().map(SourceRecord::id).toList());
        var first = firstReceived();
        var seen = new HashSet<String>();
        var cells = new TreeMap<String, Long>();
        for (var record : records) {
            if (!record.active()) {
                continue;
            }
            var findings = assessment.assess(record, first.get(record.id()), sources);
            var key = String.join(
                    " ", record.source(), facility(record), findings.district(), month(record.receivedAt()));
            for (int code : findings.codes()) {
                cells.merge(key + " " + code, 1L, Long::sum);
            }
            // Records come in the order of their ids: the first of a source in a person is none too many.
            if (!seen.add(eids.get(record.id()) + record.source())) {
                cells.merge(key + " " + Indicator.DUPLICATE.missing(), 1L, Long::sum);
            }
        }
        return cells;
    }

    private String facility(SourceRecord record) {
        var content =
                foundation.patients().findContent(record.id(), record.version()).orElseThrow();
        int at = content.indexOf("Organization/");
        return at < 0 ? "" : content.substring(at + 13, content.indexOf('"', at));
    }

    private static String month(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1).toString();
    }

    private Map<String, Instant> firstReceived() {
        var first = new HashMap<String, Instant>();
        foundation
                .database()
                .jdbi()
                .useHandle(handle -> handle.createQuery(
                                "SELECT record_id, received_at FROM patient_record_version WHERE version = 1")
                        .map((row, context) -> first.put(
                                row.getString("record_id"),
                                row.getObject("received_at", OffsetDateTime.class)
                                        .toInstant()))
                        .forEach(done -> {}));
        return first;
    }

    /** What is kept. */
    static Map<String, Long> kept(Foundation foundation) {
        var cells = new TreeMap<String, Long>();
        foundation
                .database()
                .jdbi()
                .useHandle(handle -> handle.createQuery("""
                        SELECT source, facility, district, month::text, code, records FROM quality_cell
                        WHERE records <> 0
                        """)
                        .map((row, context) -> cells.put(
                                String.join(
                                        " ",
                                        row.getString("source"),
                                        row.getString("facility"),
                                        row.getString("district"),
                                        row.getString("month"),
                                        row.getString("code")),
                                row.getLong("records")))
                        .forEach(done -> {}));
        return cells;
    }
}
