package org.hms.registry.facility;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.seed.FacilityTypeRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/**
 * The facilities that the service starts with: the curated list, each house once, with the codes, names and former districts
 * that the rows of the three lists give it. {@code registry curate} makes the list out of those.
 */
public final class CuratedSeed {

    private static final String DATA_SET = "facilities-curated";

    private final Map<String, Facility> rows = FacilitySeed.facilities().stream()
            .collect(Collectors.toMap(facility -> facility.source().row(), Function.identity()));
    private final FacilityTypes types = new FacilityTypes(
            SeedData.facilityTypes().stream().collect(Collectors.toMap(FacilityTypeRow::code, FacilityTypeRow::name)));
    private final Map<String, LocalDate> created = new HashMap<>();

    private CuratedSeed() {
        for (var district : SeedData.districts()) {
            var year = district.createdYear();
            if (year != null) {
                created.put(JurisdictionIds.district(district.ineCode()), LocalDate.of(year, 1, 1));
            }
        }
    }

    public static List<Facility> facilities() {
        var curated = new CuratedSeed();
        try (var houses = SeedData.rows(SeedData.dataSet(DATA_SET))) {
            return houses.map(curated::facility).toList();
        }
    }

    /** The house of each row of the three lists, both by their ids in this registry. */
    public static Map<String, String> houses() {
        var curated = new CuratedSeed();
        var ids = new HashMap<String, String>();
        try (var houses = SeedData.rows(SeedData.dataSet(DATA_SET))) {
            houses.forEach(house -> {
                var members = curated.members(house);
                members.forEach(row -> ids.put(row.id(), id(members)));
            });
        }
        return ids;
    }

    private List<Facility> members(Map<String, String> house) {
        return Stream.of(house.getOrDefault("rows", "").split(" "))
                .map(row -> Objects.requireNonNull(rows.get(row), "No list has a row " + row))
                .toList();
    }

    private Facility facility(Map<String, String> house) {
        var members = members(house);
        var leading = members.getFirst();
        var others = Stream.of(house.getOrDefault("other_names", "").split("; "))
                .filter(other -> !other.isBlank())
                .toList();
        return new Facility(
                id(members),
                leading.source(),
                new FacilityName(leading.name().printed(), house.getOrDefault("name", ""), others),
                kind(house, members),
                site(members),
                members.stream()
                        .flatMap(row -> row.identifiers().stream())
                        .distinct()
                        .toList(),
                new FacilityService(
                        leading.service().status(),
                        members.stream()
                                .flatMap(row -> row.service().phones().stream())
                                .limit(1)
                                .toList()));
    }

    /** That of the row in the earliest list, by which the house has been known the longest. */
    private static String id(List<Facility> members) {
        return Collections.min(members, Comparator.comparing(row -> row.source().row()))
                .id();
    }

    private FacilityKind kind(Map<String, String> house, List<Facility> members) {
        var code = house.getOrDefault("type_code", "");
        var type = types.find(code).orElse(null);
        return new FacilityKind(type, first(members, row -> row.kind().ownership()));
    }

    /** Where an older list has it in another district, it lay there until its own was created. */
    private FacilitySite site(List<Facility> members) {
        var district = first(members, row -> row.site().district());
        var since = district == null ? null : created.get(district);
        var formerly = since == null
                ? List.<FormerDistrict>of()
                : members.stream()
                        .map(row -> row.site().district())
                        .filter(Objects::nonNull)
                        .filter(other -> !other.equals(district))
                        .distinct()
                        .limit(1)
                        .map(other -> new FormerDistrict(other, since))
                        .toList();
        return new FacilitySite(
                district,
                first(members, row -> row.site().healthRegion()),
                first(members, row -> row.site().dependency()),
                first(members, row -> row.site().position()),
                formerly);
    }

    /** The first that any row says, the newest list first. */
    private static <T> @Nullable T first(List<Facility> members, Function<Facility, @Nullable T> part) {
        return members.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
