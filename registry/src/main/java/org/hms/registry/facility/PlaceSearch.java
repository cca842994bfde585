package org.hms.registry.facility;

import java.time.Instant;
import java.util.List;
import org.hms.registry.territory.VersionKey;
import org.jspecify.annotations.Nullable;

/** Finds places, and what was published about places. */
public interface PlaceSearch {

    /** A place that was found and, when a point was asked about, how far from it. */
    record Hit(String id, @Nullable Double metres) {}

    /**
     * One page of what was found, in order, whether there is more after it, and how many there are in all, unless they are too
     * many to be counted.
     */
    record Hits(@Nullable Integer total, boolean more, List<Hit> page) {
        public Hits {
            page = List.copyOf(page);
        }
    }

    /** One page of what was published, newest first, and how much there is in all. */
    record Versions(int total, List<VersionKey> page) {
        public Versions {
            page = List.copyOf(page);
        }
    }

    /** In the order of ids, or of distance when a point is asked about. */
    Hits find(PlaceQuery query);

    /** All versions since an instant (included), of all places or of the located ones. */
    Versions publishedSince(@Nullable Instant since, boolean located, int limit, int offset);
}
