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
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityService;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.PublishingTurn;
import org.hms.registry.territory.VersionKey;
import org.jspecify.annotations.Nullable;

/**
 * Takes lists of facilities into the directory: whole or not at all, each row known by its source and its id there, so that
 * the same list again changes nothing; and takes an import back. What somebody changed since the source's last import is
 * never overwritten. Between its plan and its writing nobody else publishes places.
 */
public final class DirectoryImports {

    private static final int MOST_ROWS = 100_000;

    private final DirectoryImportStore store;
    private final DirectoryStore<Facility> facilities;
    private final DirectoryRoll<Jurisdiction> jurisdictions;
    private final InstantSource clock;
    private final PublishingTurn turn;

    public DirectoryImports(
            DirectoryImportStore store,
            DirectoryStore<Facility> facilities,
            DirectoryRoll<Jurisdiction> jurisdictions,
            PublishingTurn turn,
            InstantSource clock) {
        this.store = store;
        this.facilities = facilities;
        this.jurisdictions = jurisdictions;
        this.turn = turn;
        this.clock = clock;
    }

    /** An import, or the plan of one, and what becomes of each row. */
    public record Examined(DirectoryImport summary, List<PlannedRow> rows) {
        public Examined {
            rows = List.copyOf(rows);
        }
    }

    /** What became of the undoing: facilities as they were before, and those that somebody has changed since. */
    public record Undone(DirectoryImport summary, int restored, List<String> left) {
        public Undone {
            left = List.copyOf(left);
        }
    }

    public DirectoryImportStore kept() {
        return store;
    }

    /** The rows of a file in one of the formats that are not FHIR's. */
    static List<PlaceRow> read(Format format, byte[] file, ListMapping mapping) {
        return switch (format) {
            case CSV -> CsvList.read(file, mapping);
            case DHIS2 -> JsonLists.dhis2(file, mapping);
            case GEOJSON -> JsonLists.geoJson(file, mapping);
            case FHIR -> throw new IllegalArgumentException("A bundle is read at the edge that knows FHIR");
        };
    }

    /** The rows of a file in any format, by a mapping as YAML or JSON, or the usual one. */
    public static List<PlaceRow> read(Format format, byte[] file, @Nullable String mapping, BundleForm bundles) {
        return format == Format.FHIR
                ? bundles.read(file)
                : read(format, file, mapping == null ? ListMapping.usual() : ListMapping.read(mapping));
    }

    /** What an import would do; nothing is written. */
    public Examined plan(String source, Format format, List<PlaceRow> rows, Caller by) {
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableList("A list holds at most " + MOST_ROWS + " rows");
        }
        var territory = new Territory(
                jurisdictions.all().stream().map(Published::content).toList());
        var planned = new ImportPlan(source, territory).of(rows, this::known);
        var summary = new DirectoryImport(0, source, format, by.subject(), now(), Counts.of(planned), null);
        return new Examined(summary, planned);
    }

    /** Does what {@link #plan} says. */
    public Examined run(String source, Format format, List<PlaceRow> rows, Caller by) {
        return run(source, format, rows, by, ImportWatch.NONE);
    }

    Examined run(String source, Format format, List<PlaceRow> rows, Caller by, ImportWatch watch) {
        return turn.take(() -> {
            var examined = plan(source, format, rows, by);
            return new Examined(store.publish(examined.summary(), examined.rows(), by, watch), examined.rows());
        });
    }

    private Map<String, ImportPlan.Known> known(Set<String> ids) {
        var current = facilities.find(ids);
        var left = store.versionsLeft(current.keySet());
        // A facility that no import wrote came with what ships, as its first version.
        var keys = current.keySet().stream()
                .map(id -> new VersionKey(id, left.getOrDefault(id, 1)))
                .toList();
        var versions = facilities.findVersions(keys);
        var known = new HashMap<String, ImportPlan.Known>();
        for (var key : keys) {
            var version = versions.get(key);
            known.put(
                    key.id(),
                    new ImportPlan.Known(
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

    private List<Published<Facility>> restored(List<KeptRow> written, List<String> left, Instant at) {
        var current = facilities.find(written.stream().map(row -> row.entry()).toList());
        var before = facilities.findVersions(written.stream()
                .filter(row -> row.before() > 0)
                .map(row -> new VersionKey(Objects.requireNonNull(row.entry()), row.before()))
                .toList());
        var restored = new ArrayList<Published<Facility>>();
        for (var row : written) {
            var id = Objects.requireNonNull(row.entry());
            var now = Objects.requireNonNull(current.get(id));
            if (now.version() == row.after()) {
                var former = before.get(new VersionKey(id, row.before()));
                restored.add(new Published<>(former(now.content(), former), now.version() + 1, at));
            } else {
                left.add(id);
            }
        }
        return restored;
    }

    private static Facility former(Facility created, @Nullable Published<Facility> former) {
        return former != null
                ? former.content()
                : new Facility(
                        created.id(),
                        created.source(),
                        created.name(),
                        created.kind(),
                        created.site(),
                        created.identifiers(),
                        new FacilityService(
                                FacilityStatus.INACTIVE, created.service().phones()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
