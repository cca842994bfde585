package org.hms.registry.patient;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hms.matching.PersonMatcher;
import org.hms.matching.block.CandidateIndex;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.registry.change.ChangeLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the candidate index in step with the database. The index may lag, be lost or be deleted at any time: it knows the
 * change up to which it was built and catches up from there.
 */
public final class IndexFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final long COMMIT_EVERY = 20_000;

    private final CandidateIndex index;
    private final PersonMatcher matcher;
    private final PatientStore store;
    private final ChangeLog changes;
    private volatile long applied;
    private long committed;
    private boolean behind;

    public IndexFollower(CandidateIndex index, PersonMatcher matcher, PatientStore store, ChangeLog changes) {
        this.index = index;
        this.matcher = matcher;
        this.store = store;
        this.changes = changes;
    }

    /** Brings the index up to the newest change; from nothing when it knows none. */
    public synchronized void catchUp() {
        long target = changes.last();
        applied = index.builtUpTo();
        if (applied > target) {
            LOG.warn("The index is ahead of the database, which must have been replaced; it is built anew");
            rebuild();
            return;
        }
        if (applied == target) {
            committed = applied;
            return;
        }
        LOG.info("The index follows the database from change {} to {}", applied, target);
        if (applied == 0) {
            store.eachRecord(this::put);
        } else {
            store.eachRecordChangedSince(applied, this::put);
        }
        finish(target);
    }

    /** Empties the index and builds it from the database. */
    public synchronized void rebuild() {
        long target = changes.last();
        index.clear();
        store.eachRecord(this::put);
        finish(target);
    }

    /**
     * Takes in records that were just committed; they can be found when this returns. What was committed stays committed when
     * the index cannot follow: it then catches up with the next group.
     *
     * @param comparable those of the records that are active
     */
    synchronized void apply(Collection<SourceRecord> records, Map<String, ComparablePerson> comparable, long upTo) {
        try {
            settle();
            for (var record : records) {
                var person = comparable.get(record.id());
                if (person == null) {
                    index.remove(record.id());
                } else {
                    index.put(record.id(), person);
                }
            }
            index.refresh();
            applied = upTo;
            if (applied - committed >= COMMIT_EVERY) {
                index.commit(applied);
                committed = applied;
            }
        } catch (UncheckedIOException e) {
            behind = true;
            LOG.error("The index could not follow after change {}; it catches up with the next group", applied, e);
        }
    }

    /** Takes in a part of a population; seen and durable when {@link #loaded} returns. */
    synchronized void load(Map<String, ComparablePerson> people) {
        people.forEach(index::put);
    }

    synchronized void loaded(long upTo) {
        finish(upTo);
    }

    /** A commit failed and may have been done all the same: what it wrote is looked for before anything else. */
    synchronized void doubt() {
        behind = true;
    }

    /** Before a group is resolved: all that was ever committed can be found. */
    synchronized void settle() {
        if (!behind) {
            return;
        }
        if (index.reopenIfBroken()) {
            LOG.warn("The index was closed by a failure and is opened as of its last commit");
            catchUp();
        } else {
            long target = changes.last();
            store.eachRecordChangedSince(applied, this::put);
            index.refresh();
            applied = target;
        }
        behind = false;
    }

    /** The newest change of a patient record that can be found in the index. */
    public long appliedUpTo() {
        return applied;
    }

    /** What differs between index and database. */
    public record Scrub(int missing, int superfluous, int different) {
        public boolean clean() {
            return missing + superfluous + different == 0;
        }
    }

    /** Compares every record of the database with the index. */
    public synchronized Scrub scrub() {
        var indexed = new TreeSet<String>();
        index.recordIds().forEach(indexed::add);
        var count = new int[2];
        Consumer<SourceRecord> compare = record -> {
            if (!record.active()) {
                return;
            }
            if (!indexed.remove(record.id())) {
                count[0]++;
            } else if (!index.get(record.id())
                    .map(person -> person.demographics().equals(record.demographics()))
                    .orElse(false)) {
                count[1]++;
            }
        };
        store.eachRecord(compare);
        return new Scrub(count[0], indexed.size(), count[1]);
    }

    private void put(SourceRecord record) {
        if (record.active()) {
            index.put(record.id(), matcher.standardise(record.demographics()));
        } else {
            index.remove(record.id());
        }
    }

    private void finish(long target) {
        index.refresh();
        index.commit(target);
        applied = target;
        committed = target;
    }

    @Override
    public synchronized void close() {
        if (applied > committed) {
            index.commit(applied);
        }
    }
}
