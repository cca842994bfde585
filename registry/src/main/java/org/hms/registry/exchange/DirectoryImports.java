package org.hms.registry.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hms.registry.access.Caller;
import org.hms.registry.exchange.DirectoryImport.Counts;
import org.hms.registry.exchange.DirectoryImport.Format;
import org.hms.registry.exchange.DirectoryImportStore.KeptRow;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.VersionKey;

/**
 * Takes lists of one kind of entry into the directory: whole or not at all, each row known by its source and its id there, so that
 * the same list again changes nothing; and takes an import back. What somebody changed since the source's last import is
 * never overwritten. Between its plan and its writing nobody else publishes places.
 */
public final class DirectoryImports<R, T extends DirectoryEntry> {

    private static final int MOST_ROWS = 100_000;

    private final ListForm<R, T> form;
    private final DirectoryImportStore<T> store;
    private final DirectoryStore<T> entries;
    private final InstantSource clock;
    private final PublishingTurn turn;

    public DirectoryImports(
            ListForm<R, T> form,
            DirectoryImportStore<T> store,
            DirectoryStore<T> entries,
            PublishingTurn turn,
            InstantSource clock) {
        this.form = form;
        this.store = store;
        this.entries = entries;
        this.turn = turn;
        this.clock = clock;
    }

    /** An import, or the plan of one, and what becomes of each row. */
    public record Examined<T extends DirectoryEntry>(DirectoryImport summary, List<PlannedRow<T>> rows) {
        public Examined {
            rows = List.copyOf(rows);
        }
    }

    /** What became of the undoing: entries as they were before, and those that somebody has changed since. */
    public record Undone(DirectoryImport summary, int restored, List<String> left) {
        public Undone {
            left = List.copyOf(left);
        }
    }

    public DirectoryImportStore<T> kept() {
        return store;
    }

    /** What an import would do; nothing is written. */
    public Examined<T> plan(String source, Format format, List<R> rows, Caller by) {
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableList("A list holds at most " + MOST_ROWS + " rows");
        }
        var planned = form.plan(source, rows, this::known);
        var summary = new DirectoryImport(0, source, format, by.subject(), now(), Counts.of(planned), null);
        return new Examined<>(summary, planned);
    }

    /** Does what {@link #plan} says. */
    public Examined<T> run(String source, Format format, List<R> rows, Caller by) {
        return run(source, format, rows, by, ImportWatch.NONE);
    }

    Examined<T> run(String source, Format format, List<R> rows, Caller by, ImportWatch watch) {
        return turn.take(() -> {
            var examined = plan(source, format, rows, by);
            return new Examined<>(store.publish(examined.summary(), examined.rows(), by, watch), examined.rows());
        });
    }

    private Map<String, Known<T>> known(Set<String> ids) {
        var current = entries.find(ids);
        var left = store.versionsLeft(current.keySet());
        // An entry that no import wrote came with what ships, as its first version.
        var keys = current.keySet().stream()
                .map(id -> new VersionKey(id, left.getOrDefault(id, 1)))
                .toList();
        var versions = entries.findVersions(keys);
        var known = new HashMap<String, Known<T>>();
        for (var key : keys) {
            var version = versions.get(key);
            known.put(
                    key.id(),
                    new Known<>(
                            Objects.requireNonNull(current.get(key.id())), version == null ? null : version.content()));
        }
        return known;
    }

    /**
     * Takes an import back: what it revised is as before, what it created becomes inactive. Empty where it was taken back
     * already.
     */
    public Optional<Undone> undo(DirectoryImport wanted, Caller by) {
        return turn.take(() -> {
            var standing = store.find(wanted.id()).orElseThrow();
            if (standing.undone() != null) {
                return Optional.empty();
            }
            var written = new ArrayList<KeptRow>();
            store.eachRow(standing.id(), row -> {
                if (row.after() > 0) {
                    written.add(row);
                }
            });
            var at = now();
            var left = new ArrayList<String>();
            var restored = restored(written, left, at);
            store.undo(standing, restored, at, by);
            return Optional.of(new Undone(store.find(standing.id()).orElseThrow(), restored.size(), left));
        });
    }

    private List<Published<T>> restored(List<KeptRow> written, List<String> left, Instant at) {
        var current = entries.find(written.stream().map(row -> row.entry()).toList());
        var before = entries.findVersions(written.stream()
                .filter(row -> row.before() > 0)
                .map(row -> new VersionKey(Objects.requireNonNull(row.entry()), row.before()))
                .toList());
        var restored = new ArrayList<Published<T>>();
        for (var row : written) {
            var id = Objects.requireNonNull(row.entry());
            var now = Objects.requireNonNull(current.get(id));
            if (now.version() == row.after()) {
                var former = before.get(new VersionKey(id, row.before()));
                restored.add(new Published<>(
                        former == null ? form.withdrawn(now.content()) : former.content(), now.version() + 1, at));
            } else {
                left.add(id);
            }
        }
        return restored;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
