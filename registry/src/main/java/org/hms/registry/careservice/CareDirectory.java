package org.hms.registry.careservice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.access.Caller;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishedVersions;
import org.hms.registry.territory.VersionKey;
import org.jspecify.annotations.Nullable;

/** One kind of entry about care: found, read as it is and as it was, created, revised and withdrawn. */
public final class CareDirectory<T extends CareEntry> {

    private static final int ID_BYTES = 6;

    private final DirectoryStore<T> store;
    private final CareSearch search;
    private final PublishedVersions versions;
    private final InstantSource clock;
    private final ReentrantLock writing = new ReentrantLock();

    public CareDirectory(DirectoryStore<T> store, CareSearch search, PublishedVersions versions, InstantSource clock) {
        this.store = store;
        this.search = search;
        this.versions = versions;
        this.clock = clock;
    }

    /** One page of what was found, in order, and how many there are in all. */
    public record Found<T>(int total, List<Published<T>> page) {
        public Found {
            page = List.copyOf(page);
        }
    }

    /** The current version, which may say that it is withdrawn. */
    public Optional<Published<T>> find(String id) {
        return store.find(id);
    }

    /** Those of the entries that stand, by id. */
    public Map<String, Published<T>> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.find(ids).entrySet().stream()
                        .filter(entry -> !entry.getValue().content().withdrawn())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Optional<Published<T>> findVersion(String id, int version) {
        var key = new VersionKey(id, version);
        return Optional.ofNullable(store.findVersions(List.of(key)).get(key));
    }

    /** All versions, newest first; empty when there is no such entry. */
    public List<Published<T>> history(String id) {
        return store.history(id);
    }

    public Found<T> find(List<CareCondition> conditions, int limit, int offset) {
        var hits = search.find(conditions, limit, offset);
        var entries = store.find(hits.page());
        return new Found<>(
                hits.total(),
                hits.page().stream()
                        .flatMap(id -> Stream.ofNullable(entries.get(id)))
                        .toList());
    }

    public Found<T> publishedSince(@Nullable Instant since, int limit, int offset) {
        var published = versions.since(since, limit, offset);
        var entries = store.findVersions(published.keys());
        return new Found<>(
                published.total(),
                published.keys().stream()
                        .flatMap(key -> Stream.ofNullable(entries.get(key)))
                        .toList());
    }

    /** Those references of an entry that lead nowhere. */
    public List<CareLink> dangling(T entry) {
        return search.dangling(entry.links());
    }

    /** Whether some entry that stands refers to this one. */
    public boolean isReferredTo(String id) {
        return search.isReferredTo(id);
    }

    /** Publishes a new entry under an id of ours. */
    public Published<T> create(String prefix, Function<String, T> withId, Caller by) {
        var bytes = new byte[ID_BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        var entry = withId.apply(prefix + "-" + HexFormat.of().formatHex(bytes));
        var first = new Published<>(entry, 1, now());
        store.publish(List.of(first), by);
        return first;
    }

    /**
     * Publishes the next version of an entry; one that is equal to the current version is left alone.
     *
     * @param seen is shown the current version before anything is written, and may refuse
     */
    public Published<T> revise(String id, Function<T, T> revised, Consumer<Published<T>> seen, Caller by) {
        writing.lock();
        try {
            var current = store.find(id).orElseThrow(() -> new IllegalArgumentException("No entry has this id"));
            seen.accept(current);
            var entry = revised.apply(current.content());
            if (entry.equals(current.content())) {
                return current;
            }
            var next = new Published<>(entry, current.version() + 1, now());
            store.publish(List.of(next), by);
            return next;
        } finally {
            writing.unlock();
        }
    }

    /** Does this while nobody else revises an entry; whoever opens a transaction around several takes this first. */
    public <R> R alone(Supplier<R> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** FHIR tells time to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
