package org.hms.registry.curation;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hms.registry.access.Caller;
import org.hms.registry.curation.CurationRefused.Fault;
import org.hms.registry.facility.PlaceDirectory;
import org.hms.registry.territory.DirectoryStore;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;

/**
 * Jurisdictions, health regions and networks as trusted systems write them: by rules, while nothing else is decided about the
 * directory. What is closed is published on, as closed.
 */
public final class Jurisdictions {

    private final DirectoryStore<Jurisdiction> store;
    private final Curation curation;
    private final JurisdictionCheck check;
    private final InstantSource clock;

    public Jurisdictions(
            DirectoryStore<Jurisdiction> store,
            PlaceDirectory places,
            CurationStore referring,
            Curation curation,
            InstantSource clock) {
        this.store = store;
        this.curation = curation;
        this.check = new JurisdictionCheck(store, places, referring);
        this.clock = clock;
    }

    public Optional<Published<Jurisdiction>> find(String id) {
        return store.find(id);
    }

    /** Publishes what is not there yet. */
    public Published<Jurisdiction> create(Jurisdiction jurisdiction, Caller by) {
        return curation.together(() -> {
            check.require(jurisdiction, null);
            return publish(jurisdiction, 1, by);
        });
    }

    /** Publishes the next version upon the one that was seen, unless they are equal. */
    public Published<Jurisdiction> revise(Jurisdiction next, int seen, Caller by) {
        return curation.together(() -> {
            var current = store.find(next.id())
                    .orElseThrow(() -> new CurationRefused(Fault.UNKNOWN, "No jurisdiction has this id"));
            if (current.version() != seen) {
                throw new CurationRefused(Fault.CONFLICT, "The jurisdiction has changed since it was read");
            }
            if (next.equals(current.content())) {
                return current;
            }
            check.require(next, current.content());
            return publish(next, seen + 1, by);
        });
    }

    private Published<Jurisdiction> publish(Jurisdiction next, int version, Caller by) {
        var published = new Published<>(next, version, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.publish(List.of(published), by);
        return published;
    }
}
