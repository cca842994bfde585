package org.hms.registry.facility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.seed.FacilityList;
import org.hms.seed.FacilityRow;
import org.hms.seed.FacilityTypeRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** The facilities that ship: three lists side by side, each row a facility of its source. */
public final class FacilitySeed {

    private static final String MSPBS_CODE = "\\d{8}";
    private static final String HIS_CODE = "\\d{7}\\.\\d{8}";

    private final FacilityTypes types;

    FacilitySeed(List<FacilityTypeRow> types) {
        this.types = new FacilityTypes(
                types.stream().collect(Collectors.toMap(FacilityTypeRow::code, FacilityTypeRow::name)));
    }

    public static List<Facility> facilities() {
        var seed = new FacilitySeed(SeedData.facilityTypes());
        return Arrays.stream(FacilityList.values())
                .flatMap(list -> seed.list(list).stream())
                .toList();
    }

    /** The id that the row of a list has; the seed ids of all lists differ in their first letter. */
    public static String idOf(FacilityList list, String seedId) {
        return DirectoryIds.of(Facility.ID_PREFIX, code(list), seedId);
    }

    private List<Facility> list(FacilityList list) {
        var printed = printedNames(list);
        return SeedData.facilities(list).stream()
                .map(row -> facility(row, printed.getOrDefault(row.seedId(), row.name())))
                .toList();
    }

    private static Map<String, String> printedNames(FacilityList list) {
        try (var rows = SeedData.rows(SeedData.dataSet(list.dataSet()))) {
            return rows.collect(Collectors.toMap(
                    row -> row.getOrDefault("seed_id", ""), row -> row.getOrDefault("name_source", "")));
        }
    }

    Facility facility(FacilityRow row, String printedName) {
        var list = code(row.list());
        var name = new FacilityName(printedName, NameRepair.repair(row.name()));
        return new Facility(
                idOf(row.list(), row.seedId()),
                new SourceRow(list, row.seedId(), row.source()),
                name,
                kind(row, name),
                site(row),
                identifiers(row, list),
                new FacilityService(FacilityStatus.ofPrinted(row.status()), phones(row.phone())));
    }

    private FacilityKind kind(FacilityRow row, FacilityName name) {
        var code = row.typeCode();
        var type = code == null ? types.readFrom(name.repaired()) : types.find(code);
        var ownership = row.ownership();
        return new FacilityKind(
                type.orElse(null),
                ownership == null ? null : Ownership.findIn(ownership).orElse(null));
    }

    private static FacilitySite site(FacilityRow row) {
        var district = row.ineDistrict();
        var region = row.healthRegion();
        var latitude = row.latitude();
        var longitude = row.longitude();
        return new FacilitySite(
                district == null ? null : JurisdictionIds.district(district),
                region == null ? null : JurisdictionIds.healthRegion(region),
                row.dependency(),
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude));
    }

    private static List<DirectoryIdentifier> identifiers(FacilityRow row, String list) {
        var identifiers = new ArrayList<DirectoryIdentifier>();
        var code = row.mspbsCode();
        if (code != null) {
            identifiers.add(new DirectoryIdentifier(systemOf(code), code));
        }
        identifiers.add(new DirectoryIdentifier(DirectorySystems.LIST + list, row.seedId()));
        return identifiers;
    }

    /** The ministry's two code systems are told apart by their form. */
    static String systemOf(String code) {
        if (code.matches(MSPBS_CODE)) {
            return DirectorySystems.MSPBS_ESTABLISHMENT;
        }
        if (code.matches(HIS_CODE)) {
            return DirectorySystems.HIS_ESTABLISHMENT;
        }
        throw new IllegalArgumentException("No code of an establishment has the form of " + code);
    }

    private static List<String> phones(@Nullable String printed) {
        return printed == null || printed.isBlank() ? List.of() : List.of(printed.strip());
    }

    private static String code(FacilityList list) {
        return list.name().toLowerCase(Locale.ROOT);
    }
}
