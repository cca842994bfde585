package org.hms.registry.quality;

import java.time.Instant;
import java.util.List;
import org.hms.registry.patient.Provisional;
import org.hms.registry.quality.QualityStore.Part;
import org.jspecify.annotations.Nullable;

/** The work list of provisional identities. What it answers depends on the moment alone, not on when it was last swept. */
public interface ProvisionalList {

    /**
     * A person whose identity is provisional.
     *
     * @param reasons why, by {@link RecordFindings.Reason}
     * @param owners the sources whose records make it so
     * @param noticedAt when the nightly sweep first saw it expired, if it did
     */
    record Entry(
            String eid,
            Provisional provisional,
            List<RecordFindings.Reason> reasons,
            List<String> owners,
            List<String> records,
            @Nullable Instant noticedAt) {
        public Entry {
            reasons = List.copyOf(reasons);
            owners = List.copyOf(owners);
            records = List.copyOf(records);
        }
    }

    /** Those in this state, the oldest first; of one owner, where one is named. */
    Part<Entry> list(Provisional.State state, @Nullable String owner, int limit, int offset);

    /** Notes those that have expired since the last sweep, and tells how many they are. Nothing else is changed. */
    int sweep();
}
