package org.hms.registry.facility.store;

import org.hms.registry.facility.Facility;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.registry.territory.store.PlaceProjection;
import org.hms.registry.territory.store.PlaceRow;
import org.jdbi.v3.core.Jdbi;

/** Facilities as entries of the directory that are places. */
public final class FacilityStores {

    private FacilityStores() {}

    public static JdbiDirectoryStore<Facility> of(Jdbi jdbi) {
        return new JdbiDirectoryStore<>(
                jdbi, Facility.class, new PlaceProjection<>(FacilityStores::toRow, Facility::types));
    }

    private static PlaceRow toRow(Facility facility) {
        var site = facility.site();
        return new PlaceRow(
                facility.id(),
                facility.service().status().code(),
                true,
                site.district(),
                site.healthRegion(),
                site.position());
    }
}
