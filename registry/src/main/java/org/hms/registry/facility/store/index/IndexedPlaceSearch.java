package org.hms.registry.facility.store.index;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.hms.registry.facility.PlaceQuery;
import org.hms.registry.facility.PlaceSearch;
import org.hms.registry.facility.store.index.IndexedConditions.NotIndexed;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Places found in the index, once it holds all that is committed; else, within a transaction, and whatever is not in the index,
 * by the search in the database, which answers alike.
 */
public final class IndexedPlaceSearch implements PlaceSearch, AutoCloseable {

    private final PlaceSearch database;
    private final PlaceIndexFollower follower;

    private IndexedPlaceSearch(PlaceSearch database, PlaceIndexFollower follower) {
        this.database = database;
        this.follower = follower;
    }

    /** With the index in this folder, which follows the database until it is closed. */
    public static IndexedPlaceSearch following(Jdbi jdbi, PlaceSearch database, Path folder) {
        var follower = new PlaceIndexFollower(jdbi, folder);
        follower.start();
        return new IndexedPlaceSearch(database, follower);
    }

    @Override
    public Hits find(PlaceQuery query) {
        return indexed(query).orElseGet(() -> database.find(query));
    }

    /** Empty when the index cannot tell. */
    Optional<Hits> indexed(PlaceQuery query) {
        if (!follower.isCurrent()) {
            return Optional.empty();
        }
        try {
            return follower.index().reading(searcher -> {
                try {
                    return Optional.of(IndexSearch.find(query, searcher));
                } catch (NotIndexed e) {
                    return Optional.empty();
                }
            });
        } catch (UncheckedIOException e) {
            follower.failed(e);
            return Optional.empty();
        }
    }

    /** Waits until the thread has brought in what it is far behind. */
    void awaitCurrent() {
        follower.awaitCurrent();
    }

    @Override
    public Versions publishedSince(@Nullable Instant since, boolean located, int limit, int offset) {
        return database.publishedSince(since, located, limit, offset);
    }

    @Override
    public void close() {
        follower.close();
    }
}
