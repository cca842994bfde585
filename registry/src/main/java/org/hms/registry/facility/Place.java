package org.hms.registry.facility;

import java.time.Instant;
import java.util.List;
import org.hms.registry.territory.DirectoryEntry;
import org.hms.registry.territory.DirectoryType;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** One version of a place: part of the territory, or a facility. */
public sealed interface Place {

    record Area(Published<Jurisdiction> published) implements Place {}

    record Site(Published<Facility> published) implements Place {}

    private Published<? extends DirectoryEntry> version() {
        return switch (this) {
            case Area(var published) -> published;
            case Site(var published) -> published;
        };
    }

    default DirectoryEntry entry() {
        return version().content();
    }

    default String id() {
        return entry().id();
    }

    default int versionNumber() {
        return version().version();
    }

    default Instant at() {
        return version().at();
    }

    default List<DirectoryType> types() {
        return switch (this) {
            case Area(var published) -> published.content().types();
            case Site(var published) -> published.content().types();
        };
    }

    /** Whether it is on the map; the health regions are not. */
    default boolean located() {
        return switch (this) {
            case Area(var published) -> published.content().level().isTerritorial();
            case Site _ -> true;
        };
    }

    /** The place it lies in. */
    default @Nullable String liesIn() {
        return switch (this) {
            case Area(var published) -> located() ? published.content().parent() : null;
            case Site(var published) -> published.content().site().district();
        };
    }

    /** The place whose organization manages it. */
    default @Nullable String managedBy() {
        return switch (this) {
            case Area(var published) -> published.content().parent();
            case Site(var published) -> published.content().site().healthRegion();
        };
    }

    default @Nullable GeoPoint position() {
        return switch (this) {
            case Area(var published) -> published.content().centre();
            case Site(var published) -> published.content().site().position();
        };
    }
}
