package org.hms.registry.patient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hms.registry.patient.PersonHistory.Passage;
import org.jspecify.annotations.Nullable;

/** What became of one enterprise id, one event for each commit that concerned it, newest first. */
public record PersonTimeline(String eid, boolean active, List<Event> events) {
    public PersonTimeline {
        events = List.copyOf(events);
    }

    /** Who came, who went, what the golden record said from then on, and the merges and splits that were part of it. */
    public record Event(
            Instant at,
            @Nullable Integer version,
            @Nullable GoldenRecord golden,
            List<String> joined,
            List<String> left,
            List<Passage> passages) {}

    private static final class Draft {
        private final TreeSet<String> joined = new TreeSet<>();
        private final TreeSet<String> left = new TreeSet<>();
        private final List<Passage> passages = new ArrayList<>();
        private @Nullable PatientVersion version;

        private Event toEvent(Instant at) {
            return new Event(
                    at,
                    version == null ? null : version.version(),
                    version instanceof PatientVersion.OfPerson person ? person.golden() : null,
                    List.copyOf(joined),
                    List.copyOf(left),
                    List.copyOf(passages));
        }
    }

    /** What was committed together bears one time. */
    public static PersonTimeline of(PersonHistory history, List<PatientVersion> versions) {
        var drafts = new TreeMap<Instant, Draft>();
        for (var stay : history.stays()) {
            at(drafts, stay.from()).joined.add(stay.recordId());
            if (stay.until() != null) {
                at(drafts, stay.until()).left.add(stay.recordId());
            }
        }
        history.passages().forEach(passage -> at(drafts, passage.at()).passages.add(passage));
        versions.forEach(version -> at(drafts, version.at()).version = version);
        var events = new ArrayList<Event>();
        drafts.descendingMap().forEach((at, draft) -> events.add(draft.toEvent(at)));
        return new PersonTimeline(history.eid(), history.active(), events);
    }

    private static Draft at(TreeMap<Instant, Draft> drafts, Instant at) {
        return drafts.computeIfAbsent(at, any -> new Draft());
    }
}
