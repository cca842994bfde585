package org.hms.registry.patient.store;

import java.util.function.BiConsumer;
import org.hms.registry.patient.RecordKey;
import org.jdbi.v3.core.Jdbi;

/** Every record with the person it belongs to, for reports. */
public final class MembershipReport {

    private static final int FETCH = 1_000;

    private final Jdbi jdbi;

    public MembershipReport(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void each(BiConsumer<RecordKey, String> consumer) {
        jdbi.useTransaction(handle -> handle.createQuery("""
                        SELECT r.identifier_system, r.identifier_value, m.eid
                        FROM patient_record r JOIN membership m ON m.record_id = r.id AND m.to_change IS NULL
                        """)
                .setFetchSize(FETCH)
                .map((row, context) -> {
                    consumer.accept(
                            new RecordKey(row.getString("identifier_system"), row.getString("identifier_value")),
                            row.getString("eid"));
                    return true;
                })
                .forEach(done -> {}));
    }
}
