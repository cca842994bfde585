package org.hms.registry.facility.store;

import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.store.JdbiDirectoryStore;
import org.hms.registry.territory.store.PlaceProjection;
import org.hms.registry.territory.store.PlaceRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Facilities as entries of the directory that are places. */
public final class FacilityStores {

    private FacilityStores() {}

    public static JdbiDirectoryStore<Facility> of(Jdbi jdbi) {
        var places = new PlaceProjection<Facility>(FacilityStores::toRow, Facility::types);
        return new JdbiDirectoryStore<>(jdbi, Facility.class, (transaction, facilities) -> {
            places.write(transaction, facilities);
            writeFormerDistricts(transaction, facilities);
        });
    }

    private static void writeFormerDistricts(Handle transaction, List<Facility> facilities) {
        transaction
                .createUpdate("DELETE FROM facility_former_district WHERE facility = ANY(:ids)")
                .bindArray(
                        "ids",
                        String.class,
                        facilities.stream().map(Facility::id).toList())
                .execute();
        var batch = transaction.prepareBatch("""
            INSERT INTO facility_former_district (facility, district, until) VALUES (:facility, :district, :until)
            ON CONFLICT DO NOTHING
            """);
        for (var facility : facilities) {
            for (var former : facility.site().formerly()) {
                batch.bind("facility", facility.id())
                        .bind("district", former.district())
                        .bind("until", former.until())
                        .add();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
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
