package org.hms.registry.territory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was published of one kind of entry. */
public interface PublishedVersions {

    /** One page of versions, newest first, and how many there are in all. */
    record Page(int total, List<VersionKey> keys) {
        public Page {
            keys = List.copyOf(keys);
        }
    }

    /** All versions since an instant (included). */
    Page since(@Nullable Instant since, int limit, int offset);
}
