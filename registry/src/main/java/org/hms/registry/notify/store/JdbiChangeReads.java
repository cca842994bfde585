package org.hms.registry.notify.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hms.matching.person.Identifier;
import org.hms.registry.notify.ChangeReads;
import org.hms.registry.notify.store.ChangeReadDao.GoldenRow;
import org.hms.registry.notify.store.ChangeReadDao.StayRow;
import org.jdbi.v3.core.Jdbi;

/** Reads beside the change log, in Postgres. */
public final class JdbiChangeReads implements ChangeReads {

    private final Jdbi jdbi;

    public JdbiChangeReads(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Move> moves(long after, long upTo) {
        return jdbi.withExtension(ChangeReadDao.class, dao -> dao.listMoves(after, upTo));
    }

    @Override
    public List<Passage> passages(long after, long upTo) {
        return jdbi.withExtension(ChangeReadDao.class, dao -> dao.listPassages(after, upTo));
    }

    @Override
    public List<RecordChange> recordChanges(long after, long upTo) {
        return jdbi.withExtension(ChangeReadDao.class, dao -> dao.listRecordChanges(after, upTo));
    }

    @Override
    public Map<Long, Integer> goldenVersions(Collection<String> eids, long after, long upTo) {
        if (eids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withExtension(ChangeReadDao.class, dao -> dao.listGoldenVersions(eids, after, upTo)).stream()
                .collect(Collectors.toMap(GoldenRow::change, GoldenRow::version));
    }

    @Override
    public List<Stay> stays(Collection<String> eids, long notEndedBefore) {
        if (eids.isEmpty()) {
            return List.of();
        }
        var identifiers = new LinkedHashMap<StayRow, Set<Identifier>>();
        for (var row : jdbi.withExtension(ChangeReadDao.class, dao -> dao.listStays(eids, notEndedBefore))) {
            var stay = new StayRow(row.recordId(), row.eid(), row.source(), row.from(), row.until(), "", "");
            identifiers.computeIfAbsent(stay, _ -> new HashSet<>()).add(new Identifier(row.system(), row.value()));
        }
        return identifiers.entrySet().stream()
                .map(one -> new Stay(
                        one.getKey().eid(),
                        one.getKey().source(),
                        one.getKey().from(),
                        one.getKey().until(),
                        one.getValue()))
                .toList();
    }

    @Override
    public Optional<String> heir(String eid) {
        return jdbi.withExtension(ChangeReadDao.class, dao -> dao.findHeir(eid));
    }
}
