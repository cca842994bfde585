package org.hms.matching.block;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.hms.matching.normalise.ComparablePerson;
import org.jspecify.annotations.Nullable;

/**
 * Records put or removed since the index was last written, with their blocks. What it says of a record outweighs what the
 * index says. Whoever uses it guards it.
 */
final class RecentRecords {
    private final Map<String, Recent> byId = new LinkedHashMap<>();
    private final Map<BytesRef, Set<String>> blocks = new HashMap<>();

    /** @param person null where the record was removed */
    record Recent(@Nullable ComparablePerson person, List<BytesRef> keys) {}

    static final Recent REMOVED = new Recent(null, List.of());

    void put(String recordId, Recent record) {
        forget(recordId);
        byId.put(recordId, record);
        record.keys()
                .forEach(key ->
                        blocks.computeIfAbsent(key, _ -> new LinkedHashSet<>(2)).add(recordId));
    }

    private void forget(String recordId) {
        var before = byId.remove(recordId);
        if (before != null) {
            before.keys()
                    .forEach(key -> blocks.computeIfPresent(key, (_, ids) -> {
                        ids.remove(recordId);
                        return ids.isEmpty() ? null : ids;
                    }));
        }
    }

    int size() {
        return byId.size();
    }

    boolean knows(String recordId) {
        return byId.containsKey(recordId);
    }

    @Nullable
    ComparablePerson get(String recordId) {
        var recent = byId.get(recordId);
        return recent == null ? null : recent.person();
    }

    Map<String, Recent> all() {
        return byId;
    }

    /** The blocks of a record that it has. */
    List<BytesRef> keys(String recordId) {
        return Objects.requireNonNull(byId.get(recordId)).keys();
    }

    /** The records of one block. */
    Collection<String> block(BytesRef key) {
        return blocks.getOrDefault(key, Set.of());
    }

    /** Those of its records that were not removed. */
    List<String> living() {
        var living = new ArrayList<String>(byId.size());
        byId.forEach((id, recent) -> {
            if (recent.person() != null) {
                living.add(id);
            }
        });
        return living;
    }
}
