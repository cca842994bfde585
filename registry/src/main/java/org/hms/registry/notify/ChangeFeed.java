package org.hms.registry.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.change.Change;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.notify.ChangeReads.Move;
import org.hms.registry.notify.ChangeReads.Passage;
import org.hms.registry.notify.ChangeReads.RecordChange;
import org.jspecify.annotations.Nullable;

/**
 * The change log for those who pull it: what happened to persons and records, by ids alone. A source system is told the ids of
 * its own records; those of others stay unnamed.
 */
public final class ChangeFeed {

    /** What an entry may tell of. */
    public static final Set<String> KINDS = Set.of(
            "record-created",
            "record-revised",
            "record-withdrawn",
            "record-moved",
            "person-opened",
            "person-changed",
            "person-merged",
            "person-split");

    private static final String RECORD = "PatientRecord";

    private final ChangeLog log;
    private final ChangeReads reads;

    public ChangeFeed(ChangeLog log, ChangeReads reads) {
        this.log = log;
        this.reads = reads;
    }

    /**
     * One thing that happened. {@code related} are other enterprise ids that have part in it: the heir of a merged id, those
     * into which one was split, the one a record came from.
     */
    public record Entry(
            long change,
            Instant at,
            String kind,
            @Nullable String eid,
            @Nullable String recordId,
            @Nullable Integer version,
            List<String> related) {
        public Entry {
            related = List.copyOf(related);
        }
    }

    /** Entries after one number; the next reading starts after {@code next}, and {@code last} is the newest number. */
    public record Stretch(long since, long next, long last, List<Entry> changes) {
        public Stretch {
            changes = List.copyOf(changes);
        }
    }

    /** What happened at the next {@code limit} numbers, of some kinds or, without kinds, of all; what shares a number comes together. */
    public Stretch after(long since, int limit, Set<String> kinds, Caller caller) {
        long last = log.last();
        var window = ChangeWindow.read(log, since, limit);
        if (window.rows().isEmpty()) {
            return new Stretch(since, since, last, List.of());
        }
        var entries = new Reading(window, reads, caller).entries();
        long next = window.rows().getLast().number();
        return new Stretch(
                since,
                next,
                Math.max(last, next),
                entries.stream()
                        .filter(entry -> kinds.isEmpty() || kinds.contains(entry.kind()))
                        .toList());
    }

    /** What the tables say of one stretch of the log. */
    private static final class Reading {

        private final List<Change> rows;
        private final Caller caller;
        private final Map<Long, RecordChange> records;
        private final Map<Long, Integer> versions;
        private final Map<Long, List<Move>> moves;
        private final Map<Long, List<PersonEvent>> events;
        private final List<Passage> passages;

        Reading(ChangeWindow window, ChangeReads reads, Caller caller) {
            long after = window.first() - 1;
            long last = window.rows().getLast().number();
            this.rows = window.rows();
            this.caller = caller;
            this.records = reads.recordChanges(after, last).stream()
                    .collect(Collectors.toMap(RecordChange::change, one -> one));
            this.versions = reads.goldenVersions(
                    rows.stream()
                            .filter(row -> row.subjectType().equals(PersonEvents.PERSON))
                            .map(Change::subjectId)
                            .collect(Collectors.toSet()),
                    after,
                    last);
            var moved = reads.moves(after, window.end());
            this.moves = moved.stream().collect(Collectors.groupingBy(Move::change, TreeMap::new, Collectors.toList()));
            this.passages = reads.passages(after, window.end());
            this.events = PersonEvents.of(window, moved, passages).stream()
                    .collect(Collectors.groupingBy(PersonEvent::change));
        }

        List<Entry> entries() {
            var entries = new ArrayList<Entry>();
            for (var row : rows) {
                if (row.subjectType().equals(RECORD)) {
                    entries.add(record(row));
                }
                events.getOrDefault(row.number(), List.of()).forEach(event -> entries.add(person(row, event)));
                moves.getOrDefault(row.number(), List.of()).stream()
                        .filter(move -> move.from() != null && mayName(move.source()))
                        .forEach(move -> entries.add(moved(row, move)));
            }
            return entries;
        }

        private Entry record(Change row) {
            var kind = "record-" + row.kind();
            var record = records.get(row.number());
            if (record == null || !mayName(record.source())) {
                var eid = record == null ? null : record.eid();
                return new Entry(row.number(), row.at(), kind, eid, null, null, List.of());
            }
            return new Entry(row.number(), row.at(), kind, record.eid(), row.subjectId(), record.version(), List.of());
        }

        private Entry person(Change row, PersonEvent event) {
            var related = passages.stream()
                    .filter(one -> one.from().equals(event.eid()))
                    .filter(one -> event.numbers().hold(one.change()))
                    .map(Passage::to)
                    .toList();
            var kind = switch (event.kind()) {
                case OPENED -> "person-opened";
                case CHANGED -> "person-changed";
                case MERGED -> "person-merged";
                case SPLIT -> "person-split";
            };
            var version = row.subjectId().equals(event.eid()) ? versions.get(row.number()) : null;
            return new Entry(row.number(), row.at(), kind, event.eid(), null, version, related);
        }

        private static Entry moved(Change row, Move move) {
            var from = move.from();
            return new Entry(
                    row.number(),
                    row.at(),
                    "record-moved",
                    move.to(),
                    move.recordId(),
                    null,
                    from == null ? List.of() : List.of(from));
        }

        private boolean mayName(String source) {
            return caller.role() != Role.SYSTEM || source.equals(caller.source());
        }
    }
}
