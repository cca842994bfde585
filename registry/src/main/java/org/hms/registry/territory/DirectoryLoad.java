package org.hms.registry.territory;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;

/**
 * The one door by which entries get into the directory. What is unknown becomes version 1, what differs from the current
 * version becomes the next one, what is equal is left alone; so loading the same again changes nothing. Entries are
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
        var known = store.find(group.stream().map(DirectoryEntry::id).toList());
        // FHIR tells time to the millisecond; so do we, or a search by _lastUpdated would miss its own answer.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var next = new ArrayList<Published<T>>();
        for (var entry : group) {
            var current = known.get(entry.id());
            if (current == null) {
                next.add(Published.first(entry, now));
            } else if (!Objects.equals(current.content(), entry)) {
                next.add(current.next(entry, now));
            }
        }
        if (!next.isEmpty()) {
            store.publish(next, caller);
        }
        var created = (int) next.stream().filter(entry -> entry.version() == 1).count();
        return new LoadReport(created, next.size() - created, group.size() - next.size());
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
