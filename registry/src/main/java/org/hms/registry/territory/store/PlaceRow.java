package org.hms.registry.territory.store;

import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** What a place is searched by: where it lies, who manages it, whether it works. */
public record PlaceRow(
        String id,
        String status,
        boolean located,
        @Nullable String liesIn,
        @Nullable String managedBy,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    public PlaceRow(
            String id,
            String status,
            boolean located,
            @Nullable String liesIn,
            @Nullable String managedBy,
            @Nullable GeoPoint position) {
        this(
                id,
                status,
                located,
                liesIn,
                managedBy,
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude());
    }

    static PlaceRow of(Jurisdiction jurisdiction) {
        var territorial = jurisdiction.level().isTerritorial();
        return new PlaceRow(
                jurisdiction.id(),
                jurisdiction.active() ? "active" : "inactive",
                territorial,
                territorial ? jurisdiction.parent() : null,
                jurisdiction.parent(),
                jurisdiction.centre());
    }
}
