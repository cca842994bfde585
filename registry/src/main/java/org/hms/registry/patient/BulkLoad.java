package org.hms.registry.patient;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.matching.batch.Deduplication;
import org.hms.matching.batch.Progress;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.table.PersonTable;
import org.hms.registry.audit.AuditEntry;
import org.hms.registry.patient.ResolvedGroup.Homes;
import org.hms.registry.patient.ResolvedGroup.Identification;
import org.hms.registry.patient.ResolvedGroup.NewVersion;

/**
 * Takes in a whole population at once, into an index that holds nobody: pairs are found as a file is deduplicated, all at a
 * time, and what follows is what the feed does, in slices that part no person. Each slice is one transaction, so what
 * was loaded when a load ends early stands, and the rest can be imported.
 */
public final class BulkLoad {

    private static final int SLICE_SIZE = 1_500;
    private static final int SLICES_AHEAD = 3;
    private static final int TABLE_STEP = 1 << 14;

    private final PatientStore store;
    private final PopulationStore population;
    private final RecordIds recordIds;
    private final Linkage linkage;
    private final Partitioning partitioning;
    private final GoldenRecords goldenRecords;
    private final IndexFollower index;
    private final Supplier<String> mint;
    private final InstantSource clock;
    private final Queue<String> toResolveAgain = new ConcurrentLinkedQueue<>();

    public BulkLoad(
            PatientStore store,
            PopulationStore population,
            RecordIds recordIds,
            Linkage linkage,
            Reclustering reclustering,
            IndexFollower index,
            Supplier<String> mint,
            InstantSource clock) {
        this.store = store;
        this.population = population;
        this.recordIds = recordIds;
        this.linkage = linkage;
        this.partitioning = reclustering.partitioning();
        this.goldenRecords = reclustering.goldenRecords();
        this.index = index;
        this.mint = mint;
        this.clock = clock;
    }

    /**
     * Loads the spool's records, each once.
     *
     * @param loaded told of each slice's records as they are committed
     * @return the records that stand better once they are matched again by {@link Reresolution}
     * @throws IllegalStateException if there are records already
     */
    public List<String> load(Spool spool, Progress progress, LongConsumer loaded) {
        if (store.lastRecordChange() > 0) {
            throw new IllegalStateException("The index holds records already; import the file instead");
        }
        var table = table(spool);
        var pairs = Deduplication.by(linkage.matcher().model(), progress).run(table);
        var plan = BulkPlan.of(table, pairs, linkage.thresholds().linkWeight(), SLICE_SIZE);
        population.begin();
        progress.stage("loading", spool.size());
        long change = write(spool, plan, progress, loaded);
        progress.stage("indexing", -1);
        index.loaded(change);
        population.finish(() -> progress.step(1));
        return List.copyOf(toResolveAgain);
    }

    /** Slices are worked out by two, written by one and put into the index by another, all at a time. */
    private long write(Spool spool, BulkPlan plan, Progress progress, LongConsumer loaded) {
        var sources = store.sources().stream().collect(Collectors.toMap(SourceSystem::id, source -> source));
        long change = 0;
        try (var ahead = new WorkAhead<Worked>(SLICES_AHEAD);
                var follower = Executors.newSingleThreadExecutor()) {
            Future<?> indexing = CompletableFuture.completedFuture(null);
            for (int next = 0; next < plan.slices() || !ahead.isEmpty(); ) {
                if (next < plan.slices() && !ahead.isFull()) {
                    int wanted = next++;
                    ahead.give(() -> new Slice(spool, plan, wanted, sources).worked());
                } else {
                    var done = ahead.take();
                    change = population.write(done.group());
                    WorkAhead.await(indexing);
                    indexing = follower.submit(() -> index.load(done.people()));
                    loaded.accept(done.people().size());
                    progress.step(done.people().size());
                }
            }
            WorkAhead.await(indexing);
        }
        return change;
    }

    /** Records by their places in the spool. */
    private PersonTable table(Spool spool) {
        return PersonTable.of(taker -> {
            for (int from = 0; from < spool.size(); from += TABLE_STEP) {
                int first = from;
                var people = IntStream.range(from, Math.min(from + TABLE_STEP, spool.size()))
                        .parallel()
                        .mapToObj(place ->
                                linkage.matcher().standardise(spool.read(place).demographics()))
                        .toList();
                for (int i = 0; i < people.size(); i++) {
                    taker.accept(Integer.toString(first + i), people.get(i));
                }
            }
        });
    }

    /** What a slice came to, and how its records are compared. */
    private record Worked(ResolvedGroup group, Map<String, ComparablePerson> people) {}

    /** One slice on its way from the spool to the database. */
    private final class Slice {
        private final Spool spool;
        private final Map<String, SourceSystem> sources;
        private final List<BulkPlan.Pair> pairs;
        private final Map<Integer, NewVersion> versions = new LinkedHashMap<>();
        private final Map<Integer, ComparablePerson> comparable = new HashMap<>();
        private final List<AuditEntry> audit = new ArrayList<>();

        Slice(Spool spool, BulkPlan plan, int number, Map<String, SourceSystem> sources) {
            this.spool = spool;
            this.sources = sources;
            this.pairs = plan.pairs(number);
            for (int place : plan.places(number)) {
                versions.put(place, version(spool.read(place)));
            }
        }

        private NewVersion version(IncomingRecord incoming) {
            var record = new SourceRecord(
                    recordIds.of(incoming.key()),
                    incoming.source(),
                    incoming.key(),
                    1,
                    true,
                    ContentHash.of(incoming),
                    incoming.demographics(),
                    clock.instant(),
                    null);
            return new NewVersion(record, incoming.content());
        }

        Worked worked() {
            var records = new TreeMap<String, SourceRecord>();
            versions.values().forEach(version -> records.put(version.record().id(), version.record()));
            var evidence = evidence();
            var within = new HashMap<String, LinkEvidence>();
            evidence.forEach((pair, one) -> {
                if (records.containsKey(one.left()) && records.containsKey(one.right())) {
                    within.put(pair, one);
                } else if (one.score().weight() >= linkage.thresholds().linkWeight()) {
                    toResolveAgain.add(one.left());
                }
            });
            var fresh = new HashMap<String, ComparablePerson>();
            versions.forEach((place, version) -> fresh.put(version.record().id(), comparable(place)));
            var people = partitioning.of(
                    records.keySet(), within, List.of(), Replacements.NONE, Partitioning.Fresh.of(fresh));
            return new Worked(
                    group(records, evidence, people.stream().map(Set::copyOf).toList()), fresh);
        }

        private Map<String, LinkEvidence> evidence() {
            var evidence = new HashMap<String, LinkEvidence>();
            for (var pair : pairs) {
                var judged = linkage.judge(comparable(pair.one()), comparable(pair.other()));
                if (judged.score().weight() >= linkage.thresholds().reviewWeight()) {
                    var one = idOf(pair.one());
                    var other = idOf(pair.other());
                    evidence.put(
                            Neighbourhood.pair(one, other),
                            LinkEvidence.between(one, other, judged.score(), judged.verdict()));
                }
            }
            return evidence;
        }

        private ComparablePerson comparable(int place) {
            return comparable.computeIfAbsent(place, where -> {
                var version = versions.get(where);
                var said = version == null
                        ? spool.read(where).demographics()
                        : version.record().demographics();
                return linkage.matcher().standardise(said);
            });
        }

        private String idOf(int place) {
            var version = versions.get(place);
            return version == null
                    ? recordIds.of(spool.read(place).key())
                    : version.record().id();
        }

        private ResolvedGroup group(
                Map<String, SourceRecord> records, Map<String, LinkEvidence> evidence, List<Set<String>> people) {
            var at = clock.instant();
            var moves = new TreeMap<String, String>();
            var golden = new ArrayList<GoldenRecord>();
            for (var person : people) {
                var eid = mint.get();
                var members = person.stream().sorted().map(records::get).toList();
                golden.add(goldenRecords.of(eid, 1, members, sources, at));
                person.forEach(record -> moves.put(record, eid));
            }
            var caller = spool.read(0).caller();
            moves.forEach((record, eid) ->
                    audit.add(new AuditEntry(at, caller, "create", "Patient", List.of(record, eid), "success")));
            var byRecord = new LinkedHashMap<String, List<LinkEvidence>>();
            records.keySet().forEach(record -> byRecord.put(record, new ArrayList<>()));
            evidence.values()
                    .forEach(one -> byRecord.computeIfAbsent(
                                    records.containsKey(one.left()) ? one.left() : one.right(), _ -> new ArrayList<>())
                            .add(one));
            return new ResolvedGroup(
                    at,
                    List.copyOf(versions.values()),
                    byRecord,
                    new Identification(Set.copyOf(moves.values()), Set.of(), moves, List.of(), golden, Homes.NONE),
                    List.of(),
                    linkage.model(),
                    audit);
        }
    }
}
