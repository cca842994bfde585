package org.hms.registry.patient.store;

import java.util.ArrayList;
import org.hms.registry.patient.ResolvedGroup.Homes;
import org.jdbi.v3.core.Handle;

/** Keeps the ids that records would have without decisions, where they differ from those they have. */
final class HomeCommit {

    private HomeCommit() {}

    static void write(Handle transaction, Homes homes) {
        if (!homes.back().isEmpty()) {
            transaction
                    .createUpdate("DELETE FROM home WHERE record_id = ANY(:ids)")
                    .bindArray("ids", String.class, new ArrayList<>(homes.back()))
                    .execute();
        }
        if (!homes.away().isEmpty()) {
            var batch = transaction.prepareBatch("""
                INSERT INTO home (record_id, eid) VALUES (:record, :eid)
                ON CONFLICT (record_id) DO UPDATE SET eid = excluded.eid
                """);
            homes.away()
                    .forEach((record, eid) ->
                            batch.bind("record", record).bind("eid", eid).add());
            batch.execute();
        }
    }
}
