package org.hms.registry.reach;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.seed.SeedData;

/** Where a district is, as a point: within it, or, where the map is older than it, within the one it was carved from. */
final class DistrictPoints {

    private final Map<String, String> carvedFrom = new HashMap<>();

    DistrictPoints() {
        try (var rows = SeedData.rows(SeedData.dataSet("districts"))) {
            rows.forEach(row -> {
                var parents = row.getOrDefault("carved_from", "");
                if (!parents.isEmpty()) {
                    var first = parents.split(";", -1)[0];
                    carvedFrom.put(
                            JurisdictionIds.district(row.getOrDefault("ine_code", "")),
                            JurisdictionIds.district(first));
                }
            });
        }
    }

    /** A point, and whether it is another district's. */
    record Point(GeoPoint point, boolean approximate) {}

    Optional<Point> of(Jurisdiction district, Map<String, Jurisdiction> areas) {
        var centre = district.centre();
        if (centre != null) {
            return Optional.of(new Point(centre, false));
        }
        return Optional.ofNullable(carvedFrom.get(district.id()))
                .map(areas::get)
                .map(Jurisdiction::centre)
                .map(point -> new Point(point, true));
    }
}
