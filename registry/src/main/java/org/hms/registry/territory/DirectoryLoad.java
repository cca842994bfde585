package org.hms.registry.territory;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * The one door by which entries get into the directory. What is unknown becomes version 1, what differs from the current
 * version becomes the next one, what is equal is left alone; so loading the same again changes nothing. What somebody else
 * has edited since it was loaded last stays as edited, and is told where the load says something new of it. Entries are
 * written in groups in the order given, each group in one transaction: a parent stands before its children.
 */
public final class DirectoryLoad {

    /** On whose behalf the data that ship are loaded. */
    public static final Caller SEED = new Caller("seed", Role.ADMIN);

    private static final int GROUP = 500;

    private final InstantSource clock;
    private final Caller caller;

    public DirectoryLoad(InstantSource clock, Caller caller) {
        this.clock = clock;
        this.caller = caller;
    }

    public <T extends DirectoryEntry> LoadReport load(List<T> entries, DirectoryStore<T> store, LoadProgress progress) {
        requireDistinct(entries);
        var report = LoadReport.NOTHING;
        for (int start = 0; start < entries.size(); start += GROUP) {
            var group = entries.subList(start, Math.min(start + GROUP, entries.size()));
            report = report.plus(loadGroup(group, store));
            progress.loaded(report.total(), entries.size());
        }
        return report;
    }

    private <T extends DirectoryEntry> LoadReport loadGroup(List<T> group, DirectoryStore<T> store) {
        var ids = group.stream().map(DirectoryEntry::id).toList();
        var known = store.find(ids);
        var loaded = store.findLastBy(caller, ids);
        // FHIR tells time to the millisecond; so do we, or a search by _lastUpdated would miss its own answer.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = new ArrayList<Published<T>>();
        var kept = new ArrayList<String>();
        for (var entry : group) {
            var current = known.get(entry.id());
            if (current == null) {
                next.add(Published.first(entry, now));
            } else if (isLoaded(loaded.get(entry.id()), current.content())) {
                if (!current.content().equals(entry)) {
                    next.add(current.next(entry, now));
                }
            } else if (!current.content().equals(entry) && !isLoaded(loaded.get(entry.id()), entry)) {
                kept.add(entry.id());
            }
        }
        if (!next.isEmpty()) {
            store.publish(next, caller);
        }
        var created = (int) next.stream().filter(entry -> entry.version() == 1).count();
        return new LoadReport(created, next.size() - created, group.size() - next.size() - kept.size(), kept);
    }

    /** Whether an entry is as it was loaded last. */
    private static <T> boolean isLoaded(@Nullable Published<T> loaded, T content) {
        return loaded != null && loaded.content().equals(content);
    }

    private static void requireDistinct(List<? extends DirectoryEntry> entries) {
        var seen = new HashSet<String>();
        for (var entry : entries) {
            if (!seen.add(entry.id())) {
                throw new IllegalArgumentException("The entry " + entry.id() + " stands twice in what is to be loaded");
            }
        }
    }
}
