package org.hms.registry.territory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Entries that were all published at once, for tests. */
public final class FixedRoll<T extends DirectoryEntry> implements DirectoryRoll<T> {

    private volatile List<Published<T>> entries = List.of();
    private volatile long change;

    public FixedRoll(List<T> contents) {
        publish(contents);
    }

    /** In place of all that was there. */
    public void publish(List<T> contents) {
        entries = contents.stream()
                .sorted(Comparator.comparing(DirectoryEntry::id))
                .map(content -> new Published<>(content, 1, Instant.EPOCH))
                .toList();
        change++;
    }

    @Override
    public long lastChange() {
        return change;
    }

    @Override
    public List<Published<T>> after(String id, int count) {
        return entries.stream()
                .filter(entry -> entry.content().id().compareTo(id) > 0)
                .limit(count)
                .toList();
    }
}
