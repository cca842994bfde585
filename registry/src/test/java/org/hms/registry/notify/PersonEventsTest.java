package org.hms.registry.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hms.registry.change.Change;
import org.hms.registry.change.ChangeLog;
import org.hms.registry.notify.ChangeReads.Move;
import org.hms.registry.notify.ChangeReads.Passage;
import org.hms.registry.notify.PersonEvent.Kind;
import org.junit.jupiter.api.Test;

/** What the change log and the tables beside it say of persons, put together. */
final class PersonEventsTest {

    private static final Instant FIRST = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(1);

    /** 1–3: A is opened. 4–8: A's record joins B, whom nothing else changes, and A ends; C loses a record to D and says the same. */
    private static final List<Change> ROWS = List.of(
            new Change(1, FIRST, "created", "Facility", "f"),
            new Change(2, FIRST, "created", "PatientRecord", "r-a"),
            new Change(3, FIRST, "created", "Person", "A"),
            new Change(4, SECOND, "revised", "PatientRecord", "r-a"),
            new Change(5, SECOND, "created", "Person", "D"),
            new Change(6, SECOND, "revised", "Person", "E"),
            new Change(7, SECOND, "merged", "Person", "A"),
            new Change(8, SECOND, "revised", "Decision", "x"));

    private static final List<Move> MOVES = List.of(
            new Move(3, "r-a", "s", null, "A"), new Move(8, "r-a", "s", "A", "B"), new Move(8, "r-c", "s", "C", "D"));

    private static final List<Passage> PASSAGES =
            List.of(new Passage(8, "A", "B", true), new Passage(8, "C", "D", false));

    private static final ChangeLog LOG = new ChangeLog() {
        @Override
        public long last() {
            return ROWS.size();
        }

        @Override
        public List<Change> since(long number, int limit) {
            return ROWS.stream()
                    .filter(row -> row.number() > number)
                    .limit(limit)
                    .toList();
        }
    };

    private record Seen(long change, String eid, Kind kind, boolean identity) {}

    private static List<Seen> seen(long since, int limit) {
        return PersonEvents.of(ChangeWindow.read(LOG, since, limit), MOVES, PASSAGES).stream()
                .map(one -> new Seen(one.change(), one.eid(), one.kind(), one.identityChanged()))
                .toList();
    }

    @Test
    void eachPersonOfATransactionHasOneEventEvenIfOnlyItsRecordsMoved() {
        assertThat(seen(0, 100))
                .containsExactly(
                        new Seen(3, "A", Kind.OPENED, true),
                        new Seen(5, "D", Kind.OPENED, true),
                        new Seen(6, "E", Kind.CHANGED, false),
                        new Seen(7, "A", Kind.MERGED, true),
                        new Seen(8, "B", Kind.CHANGED, true),
                        new Seen(8, "C", Kind.SPLIT, true));
    }

    @Test
    void aStretchThatEndsOrBeginsWithinATransactionSeesAllOfIt() {
        var second = seen(3, 100);

        for (int limit = 1; limit <= 5; limit++) {
            assertThat(seen(3, limit)).isEqualTo(second);
        }
        for (long since = 4; since < 8; since++) {
            assertThat(seen(since, 2)).isEqualTo(second);
        }
    }
}
