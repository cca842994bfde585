package org.hms.registry.territory;

import java.util.ArrayList;
import java.util.List;
import org.hms.seed.DepartmentRow;
import org.hms.seed.DistrictRow;
import org.hms.seed.HealthRegionRow;
import org.hms.seed.LocalityRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** The territory that ships, as jurisdictions, each after the one it is a part of. */
public final class TerritorySeed {

    private TerritorySeed() {}

    public static List<Jurisdiction> jurisdictions() {
        var all = new ArrayList<Jurisdiction>();
        all.add(country());
        SeedData.healthRegions().forEach(row -> all.add(healthRegion(row)));
        SeedData.departments().forEach(row -> all.add(department(row)));
        SeedData.districts().forEach(row -> all.add(district(row)));
        SeedData.localities().forEach(row -> all.add(locality(row)));
        return List.copyOf(all);
    }

    private static Jurisdiction country() {
        return new Jurisdiction(
                JurisdictionIds.COUNTRY,
                JurisdictionLevel.COUNTRY,
                "Paraguay",
                null,
                List.of(new DirectoryIdentifier(DirectorySystems.ISO_COUNTRY, "PY")),
                null);
    }

    static Jurisdiction healthRegion(HealthRegionRow row) {
        return new Jurisdiction(
                JurisdictionIds.healthRegion(row.code()),
                JurisdictionLevel.HEALTH_REGION,
                row.name(),
                JurisdictionIds.COUNTRY,
                List.of(new DirectoryIdentifier(DirectorySystems.HEALTH_REGION, row.code())),
                null);
    }

    static Jurisdiction department(DepartmentRow row) {
        return new Jurisdiction(
                JurisdictionIds.department(row.ineCode()),
                JurisdictionLevel.DEPARTMENT,
                row.name(),
                JurisdictionIds.COUNTRY,
                List.of(
                        new DirectoryIdentifier(DirectorySystems.INE_DEPARTMENT, row.ineCode()),
                        new DirectoryIdentifier(DirectorySystems.ISO_SUBDIVISION, row.isoCode())),
                null);
    }

    static Jurisdiction district(DistrictRow row) {
        return new Jurisdiction(
                JurisdictionIds.district(row.ineCode()),
                JurisdictionLevel.DISTRICT,
                row.name(),
                JurisdictionIds.department(row.ineDepartment()),
                List.of(new DirectoryIdentifier(DirectorySystems.INE_DISTRICT, row.ineCode())),
                point(row.latitude(), row.longitude()));
    }

    static Jurisdiction locality(LocalityRow row) {
        return new Jurisdiction(
                JurisdictionIds.locality(row.ineDistrict(), row.number()),
                JurisdictionLevel.LOCALITY,
                row.name().strip(),
                JurisdictionIds.district(row.ineDistrict()),
                List.of(new DirectoryIdentifier(DirectorySystems.LOCALITY, row.code())),
                null);
    }

    private static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }
}
