package org.hms.registry.notify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hms.matching.person.Identifier;
import org.jspecify.annotations.Nullable;

/** What the change log leaves to the tables it refers to: who moved, what passed into what, which version it was. */
public interface ChangeReads {

    /** A record came to a person, from another or from nowhere. */
    record Move(
            long change,
            String recordId,
            String source,
            @Nullable String from,
            String to) {}

    /** An enterprise id passed into another, wholly or in part. */
    record Passage(long change, String from, String to, boolean whole) {}

    /** A record's version, with the person it belonged to after the change. */
    record RecordChange(
            long change,
            String recordId,
            String source,
            int version,
            @Nullable String eid) {}

    /** A record's stay with a person, with what it can be known by. */
    record Stay(
            String eid, String source, long from, @Nullable Long until, Set<Identifier> identifiers) {
        public Stay {
            identifiers = Set.copyOf(identifiers);
        }

        boolean touches(PersonEvent.Numbers numbers) {
            return from <= numbers.last() && (until == null || until >= numbers.first());
        }
    }

    /** Moves at changes after one number up to another. */
    List<Move> moves(long after, long upTo);

    List<Passage> passages(long after, long upTo);

    List<RecordChange> recordChanges(long after, long upTo);

    /** The golden version that was written at each change. */
    Map<Long, Integer> goldenVersions(Collection<String> eids, long after, long upTo);

    /** Every stay with these persons that had not ended before a change. */
    List<Stay> stays(Collection<String> eids, long notEndedBefore);

    /** The living person an enterprise id leads to. */
    Optional<String> heir(String eid);
}
