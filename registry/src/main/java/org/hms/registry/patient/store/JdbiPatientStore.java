package org.hms.registry.patient.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hms.registry.patient.Decision;
import org.hms.registry.patient.GoldenMark;
import org.hms.registry.patient.GoldenRecord;
import org.hms.registry.patient.LinkEvidence;
import org.hms.registry.patient.PatientStore;
import org.hms.registry.patient.PersonHistory;
import org.hms.registry.patient.RecordKey;
import org.hms.registry.patient.ResolvedGroup;
import org.hms.registry.patient.SourceRecord;
import org.hms.registry.patient.SourceSystem;
import org.hms.registry.store.InstanceProperties;
import org.hms.registry.store.StoredJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The patient index in Postgres. Reads are here, by subject; the one write is {@link GroupCommit}. */
public final class JdbiPatientStore implements PatientStore {

    private static final int FETCH = 1_000;
    private static final String IDENTITY_HOLDER = "identity-holder";

    private final Jdbi jdbi;
    private final List<CommitHook> hooks;
    private final StoredJson json = new StoredJson();
    private final CachedSources sources;
    private final WrittenWords words = new WrittenWords();
    private final String self = UUID.randomUUID().toString();

    public JdbiPatientStore(Jdbi jdbi, CommitHook... hooks) {
        this.jdbi = jdbi;
        this.sources = new CachedSources(jdbi, json);
        this.hooks = List.of(hooks);
    }

    @Override
    public List<SourceSystem> sources() {
        return sources.list();
    }

    @Override
    public void put(SourceSystem source) {
        sources.put(source, false);
    }

    @Override
    public void replaceSource(SourceSystem source) {
        sources.put(source, true);
    }

    @Override
    public List<String> systemsOfRecords(String source) {
        return jdbi.withHandle(handle -> new RecordDao(handle).listSystems(source));
    }

    @Override
    public Map<String, String> replacementsTouching(Collection<String> recordIds) {
        return jdbi.withHandle(handle -> new RecordDao(handle).listReplacements(recordIds)).stream()
                .collect(Collectors.toMap(RecordDao.Replacement::id, RecordDao.Replacement::replacedBy));
    }

    @Override
    public Map<RecordKey, SourceRecord> findRecords(Collection<RecordKey> keys) {
        var systems = keys.stream().map(RecordKey::system).toList();
        var values = keys.stream().map(RecordKey::value).toList();
        return jdbi.withHandle(handle -> new RecordDao(handle).listByKeys(systems, values)).stream()
                .map(row -> row.toRecord(json))
                .collect(Collectors.toMap(SourceRecord::key, record -> record));
    }

    @Override
    public Map<String, SourceRecord> getRecords(Collection<String> recordIds) {
        if (recordIds.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> new RecordDao(handle).listByIds(recordIds)).stream()
                .map(row -> row.toRecord(json))
                .collect(Collectors.toMap(SourceRecord::id, record -> record, (a, b) -> b, TreeMap::new));
    }

    @Override
    public Optional<String> findContent(String recordId, int version) {
        return jdbi.withHandle(handle -> new RecordDao(handle).findContent(recordId, version));
    }

    @Override
    public List<LinkEvidence> evidenceTouching(Collection<String> recordIds, double weight) {
        return jdbi.withHandle(handle -> new EvidenceDao(handle).listTouching(recordIds, weight)).stream()
                .map(row -> row.toEvidence(json))
                .toList();
    }

    @Override
    public List<LinkEvidence> evidenceWithin(Collection<String> recordIds) {
        return jdbi.withHandle(handle -> new EvidenceDao(handle).listWithin(recordIds)).stream()
                .map(row -> row.toEvidence(json))
                .toList();
    }

    @Override
    public List<Decision> decisionsTouching(Collection<String> recordIds) {
        return jdbi.withHandle(handle -> new EvidenceDao(handle).listDecisions(recordIds));
    }

    @Override
    public Map<String, String> homes(Collection<String> recordIds) {
        return jdbi.withHandle(handle -> new DecisionDao(handle).listHomes(recordIds)).stream()
                .collect(Collectors.toMap(PersonDao.StayRow::recordId, PersonDao.StayRow::eid));
    }

    @Override
    public Map<String, Set<String>> endedPersons(Collection<String> recordIds) {
        return byPerson(jdbi.withHandle(handle -> new DecisionDao(handle).listEnded(recordIds)));
    }

    @Override
    public Map<String, Set<String>> endedAmong(Collection<String> eids) {
        return byPerson(jdbi.withHandle(handle -> new DecisionDao(handle).listLastRecords(eids)));
    }

    private static Map<String, Set<String>> byPerson(List<PersonDao.StayRow> stays) {
        return stays.stream()
                .collect(Collectors.groupingBy(
                        PersonDao.StayRow::eid, Collectors.mapping(PersonDao.StayRow::recordId, Collectors.toSet())));
    }

    @Override
    public List<GoldenMark> marks(Collection<String> recordIds) {
        if (recordIds.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> new DecisionDao(handle).listMarks(recordIds)).stream()
                .map(row -> row.toMark(json))
                .toList();
    }

    @Override
    public Set<String> confidential(Collection<String> eids) {
        return jdbi.withHandle(handle -> new DecisionDao(handle).listConfidential(eids));
    }

    @Override
    public Map<String, String> membership(Collection<String> recordIds) {
        if (recordIds.isEmpty()) {
            return Map.of();
        }
        var membership = new HashMap<String, String>();
        jdbi.withHandle(handle -> new PersonDao(handle).listMemberships(recordIds))
                .forEach(stay -> membership.put(stay.recordId(), stay.eid()));
        return membership;
    }

    @Override
    public Map<String, List<String>> members(Collection<String> eids) {
        if (eids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> new PersonDao(handle).listMembers(eids)).stream()
                .collect(Collectors.groupingBy(
                        PersonDao.StayRow::eid,
                        LinkedHashMap::new,
                        Collectors.mapping(PersonDao.StayRow::recordId, Collectors.toList())));
    }

    @Override
    public Map<String, GoldenRecord> goldenRecords(Collection<String> eids) {
        if (eids.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> new PersonDao(handle).listGolden(eids)).stream()
                .map(row -> json.read(row, GoldenRecord.class))
                .collect(Collectors.toMap(GoldenRecord::eid, golden -> golden));
    }

    @Override
    public void claimIdentity() {
        new InstanceProperties(jdbi).put(IDENTITY_HOLDER, self);
    }

    @Override
    public long commit(ResolvedGroup group) {
        return inClaim(transaction -> new GroupCommit(transaction, group, json, hooks(), words).write());
    }

    WrittenWords words() {
        return words;
    }

    CommitHook.All hooks() {
        return new CommitHook.All(hooks, sources.list());
    }

    /** Does something in one transaction, if this process is still the one that decides identity. */
    <T> T inClaim(Function<Handle, T> work) {
        return jdbi.inTransaction(transaction -> {
            requireClaim(transaction);
            return work.apply(transaction);
        });
    }

    /** Locks the claim until the commit, so that nobody takes over in the midst of it. */
    private void requireClaim(Handle transaction) {
        var holder = transaction
                .createQuery("SELECT value FROM instance_property WHERE name = :name FOR SHARE")
                .bind("name", IDENTITY_HOLDER)
                .mapTo(String.class)
                .findOne();
        if (!holder.filter(self::equals).isPresent()) {
            throw new IllegalStateException("Another registry has taken over the identities of this database");
        }
    }

    @Override
    public long lastRecordChange() {
        return jdbi.withHandle(handle -> new RecordDao(handle).lastChange());
    }

    @Override
    public void eachRecord(Consumer<SourceRecord> consumer) {
        jdbi.useTransaction(handle -> {
            try (var rows = new RecordDao(handle).stream(FETCH)) {
                rows.forEach(row -> consumer.accept(row.toRecord(json)));
            }
        });
    }

    @Override
    public void eachRecordChangedSince(long change, Consumer<SourceRecord> consumer) {
        jdbi.useTransaction(handle -> {
            try (var rows = new RecordDao(handle).streamChangedSince(change, FETCH)) {
                rows.forEach(row -> consumer.accept(row.toRecord(json)));
            }
        });
    }

    @Override
    public List<SourceRecord> recordsWithIdentifier(String system, String value) {
        return jdbi.withHandle(handle -> new RecordDao(handle).listByIdentifier(system, value)).stream()
                .map(row -> row.toRecord(json))
                .toList();
    }

    @Override
    public boolean knowsIdentifierSystem(String system) {
        return jdbi.withHandle(handle -> new RecordDao(handle).knowsSystem(system));
    }

    @Override
    public Optional<String> resolve(String eid) {
        return jdbi.withHandle(handle -> new PersonDao(handle).resolve(eid));
    }

    @Override
    public Optional<PersonHistory> findHistory(String eid) {
        return jdbi.withHandle(handle -> {
            var persons = new PersonDao(handle);
            return persons.findActive(eid)
                    .map(active -> new PersonHistory(eid, active, persons.listStays(eid), persons.listPassages(eid)));
        });
    }
}
