package org.hms.registry.patient.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hms.registry.change.store.JdbiChangeLog;
import org.hms.registry.patient.Act;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.Ruling;
import org.hms.registry.patient.StewardStore;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Jdbi;

/** Acts in Postgres; the one write of an act is {@link ActCommit} and {@link GroupCommit} in one transaction. */
public final class JdbiStewardStore implements StewardStore {

    private final Jdbi jdbi;
    private final JdbiPatientStore patients;
    private final StoredJson json = new StoredJson();

    public JdbiStewardStore(Jdbi jdbi, JdbiPatientStore patients) {
        this.jdbi = jdbi;
        this.patients = patients;
    }

    @Override
    public long nextAct() {
        return with(ActDao::next);
    }

    @Override
    public void keep(Act act, Set<String> records) {
        patients.inClaim(transaction -> {
            new ActCommit(transaction, act, json).write(records);
            return true;
        });
    }

    @Override
    public long commit(Act act, Ruling ruling, ResolvedGroup group, Set<String> concerned) {
        return patients.inClaim(transaction -> {
            new ActCommit(transaction, act, json).write(ruling);
            var kind = act.state() == Act.State.WITHDRAWN ? "withdrawn" : "decided";
            var entry = new JdbiChangeLog.Entry(kind, "Act", Long.toString(act.id()));
            return new GroupCommit(
                            transaction, group, json, patients.hooks(), patients.words(), List.of(entry), concerned)
                    .write();
        });
    }

    @Override
    public Optional<Act> find(long act) {
        return with(dao -> dao.find(act)).map(row -> row.toAct(json));
    }

    @Override
    public Set<String> recordsOf(long act) {
        return new LinkedHashSet<String>(with(dao -> dao.listRecords(act)));
    }

    @Override
    public Page list(Wanted wanted) {
        var records = wanted.records() == null ? null : List.copyOf(wanted.records());
        var state = wanted.state() == null ? null : wanted.state().name();
        return new Page(
                with(dao -> dao.count(records, state)),
                with(dao -> dao.list(records, state, wanted.limit(), wanted.offset())).stream()
                        .map(row -> row.toAct(json))
                        .toList());
    }

    private <T> T with(Function<ActDao, T> work) {
        return jdbi.withExtension(ActDao.class, work::apply);
    }
}
