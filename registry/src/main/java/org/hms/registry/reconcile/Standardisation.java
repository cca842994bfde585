package org.hms.registry.reconcile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.hms.registry.facility.Ownership;
import org.jspecify.annotations.Nullable;

/** Brings rows of lists into the form in which two are compared. */
final class Standardisation {

    private static final int SHORTEST_PHONE = 6;

    private final Districts districts;

    Standardisation(Districts districts) {
        this.districts = districts;
    }

    List<ComparableFacility> of(List<ListedFacility> rows) {
        return IntStream.range(0, rows.size()).mapToObj(i -> of(i, rows.get(i))).toList();
    }

    private ComparableFacility of(int position, ListedFacility row) {
        var name = NameReading.read(row.name());
        var types = new LinkedHashSet<String>();
        if (row.type() != null) {
            types.addAll(typesOf(row.type()));
        }
        types.addAll(name.types());
        var where = row.where();
        var department = department(where);
        var district = district(where, department);
        return new ComparableFacility(
                position,
                row,
                named(name, district),
                types,
                ownership(row, types),
                district,
                district == null ? department : district.substring(0, 2),
                where.point(),
                row.phones().stream()
                        .map(phone -> phone.replaceAll("\\D", ""))
                        .filter(digits -> digits.length() >= SHORTEST_PHONE)
                        .toList());
    }

    /** The column holds the ministry's abbreviation, or the type in words. */
    private static Set<String> typesOf(String column) {
        var read = NameReading.read(column).types();
        return read.isEmpty() ? Set.of(column.strip().toUpperCase(Locale.ROOT)) : read;
    }

    /** What says no more than what it is ("Hospital Distrital") bears the name of its district. */
    private FacilityNameParts named(FacilityNameParts name, @Nullable String district) {
        return name.core().isEmpty() && name.numbers().isEmpty()
                ? new FacilityNameParts(
                        name.types(), List.copyOf(districts.words(district)), Set.of(), name.placing(), List.of())
                : name;
    }

    private @Nullable String district(ListedFacility.Whereabouts where, @Nullable String department) {
        var code = where.district();
        if (code != null && districts.isKnown(code)) {
            return code;
        }
        var name = where.districtName();
        return name == null || name.isBlank() ? null : districts.find(name, department);
    }

    /** Health region and department bear one number but in the capital, whose region is the eighteenth. */
    private static @Nullable String department(ListedFacility.Whereabouts where) {
        var code = where.district();
        if (code != null && code.length() >= 2) {
            return code.substring(0, 2);
        }
        var region = where.region();
        if (region == null || !region.matches("\\d{1,2}")) {
            return null;
        }
        return region.equals("18") ? "00" : region.length() == 1 ? "0" + region : region;
    }

    private static @Nullable Ownership ownership(ListedFacility row, Set<String> types) {
        if (types.contains("IPS")) {
            return Ownership.SOCIAL_SECURITY;
        }
        return row.ownership() == null
                ? null
                : Ownership.findIn(row.ownership()).orElse(null);
    }
}
