package org.hms.registry.patient;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hms.registry.patient.FeedRefused.Reason;
import org.jspecify.annotations.Nullable;

/** Settles which record each record of a group says has taken its place, and refuses what cannot be. */
final class StatedReplacement {

    private static final int LONGEST_CHAIN = 64;

    private final PatientStore store;
    private final RecordIds recordIds;
    private final Map<String, IncomingRecord> group = new HashMap<>();
    private final Map<RecordKey, SourceRecord> targets;

    StatedReplacement(PatientStore store, RecordIds recordIds, Collection<IncomingRecord> group) {
        this.store = store;
        this.recordIds = recordIds;
        group.forEach(incoming -> this.group.put(recordIds.of(incoming.key()), incoming));
        var keys = group.stream()
                .map(IncomingRecord::replacedBy)
                .filter(Objects::nonNull)
                .toList();
        this.targets = keys.isEmpty() ? Map.of() : store.findRecords(keys);
    }

    /** Whether a record of the group says that another has taken its place. */
    boolean isStated() {
        return group.values().stream().anyMatch(incoming -> incoming.replacedBy() != null);
    }

    /** The id of the record in its place, null where it says none. */
    @Nullable
    String of(IncomingRecord incoming) {
        var key = incoming.replacedBy();
        if (key == null) {
            return null;
        }
        var target = recordIds.of(key);
        var together = group.get(target);
        var stored = targets.get(key);
        if (together == null && stored == null) {
            throw new FeedRefused(Reason.REPLACEMENT, "The record that is to take its place is not known");
        }
        var source = together != null
                ? together.source()
                : Objects.requireNonNull(stored).source();
        if (!source.equals(incoming.source())) {
            throw new FeedRefused(Reason.REPLACEMENT, "A source replaces its own records by its own only");
        }
        requireNoCircle(recordIds.of(incoming.key()), target);
        return target;
    }

    private void requireNoCircle(String record, String target) {
        var seen = new HashSet<String>(List.of(record));
        @Nullable String next = target;
        while (next != null) {
            if (!seen.add(next) || seen.size() > LONGEST_CHAIN) {
                throw new FeedRefused(Reason.REPLACEMENT, "Records cannot replace each other in a circle");
            }
            next = successor(next);
        }
    }

    private @Nullable String successor(String record) {
        var together = group.get(record);
        if (together != null) {
            var key = together.replacedBy();
            return key == null ? null : recordIds.of(key);
        }
        var stored = store.getRecords(List.of(record)).get(record);
        return stored == null ? null : stored.replacedBy();
    }
}
