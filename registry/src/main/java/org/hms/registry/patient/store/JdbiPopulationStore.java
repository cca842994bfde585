package org.hms.registry.patient.store;

import java.util.List;
import org.hms.registry.patient.PopulationStore;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.store.StoredJson;
import org.hms.registry.store.SuspendedKeys;
import org.jdbi.v3.core.Jdbi;

/** Writes a population into tables without keys, which are made again at the end. */
public final class JdbiPopulationStore implements PopulationStore {

    private final Jdbi jdbi;
    private final JdbiPatientStore patients;
    private final StoredJson json = new StoredJson();
    /** Words stand once in their table; their own number grows slower than that of the people. */
    public JdbiPopulationStore(Jdbi jdbi, JdbiPatientStore patients) {
        this.jdbi = jdbi;
        this.patients = patients;
    }

    @Override
    public void begin() {
        patients.inClaim(transaction -> {
            var then = List.of("ANALYZE " + String.join(", ", PopulationCommit.TABLES), TaskCommit.OPEN_ALL);
            SuspendedKeys.suspend(transaction, PopulationCommit.TABLES, then);
            return true;
        });
    }

    @Override
    public long write(ResolvedGroup group) {
        return patients.inClaim(transaction ->
                new PopulationCommit(transaction, group, json).write(patients.hooks(), patients.words()));
    }

    @Override
    public void finish(Runnable step) {
        SuspendedKeys.restore(jdbi, step);
        // Or the server would do so by itself while the first feeds come in.
        for (var table : PopulationCommit.TABLES) {
            jdbi.useHandle(handle -> handle.execute("VACUUM ANALYZE " + table));
            step.run();
        }
    }
}
