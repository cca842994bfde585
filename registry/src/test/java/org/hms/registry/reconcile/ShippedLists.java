package org.hms.registry.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.hms.seed.FacilityList;
import org.hms.seed.SeedData;

/** The three lists that ship, as the files that a steward has. */
final class ShippedLists {

    private ShippedLists() {}

    static String csv(FacilityList list) {
        try (var in = SeedData.open(SeedData.dataSet(list.dataSet()))) {
            return FacilityListFile.text(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ListedFacility> read(FacilityList list) {
        return FacilityListFile.read(csv(list), "seed_id", Map.of());
    }
}
