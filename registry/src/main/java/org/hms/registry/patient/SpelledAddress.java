package org.hms.registry.patient;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.matching.person.PostalAddress;
import org.hms.matching.person.Residence;
import org.hms.seed.DepartmentRow;
import org.hms.seed.DistrictRow;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/**
 * An address as it is shown and searched: what the source gave, and where it gave codes alone, the names these codes have. What
 * is shown is found, since both are made here.
 */
public record SpelledAddress(
        @Nullable String text,
        List<String> lines,
        @Nullable String city,
        @Nullable String district,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String country) {

    private static final String PARAGUAY = "PY";
    private static final Map<String, String> DEPARTMENTS =
            SeedData.departments().stream().collect(Collectors.toMap(DepartmentRow::ineCode, DepartmentRow::name));
    private static final Map<String, String> DISTRICTS =
            SeedData.districts().stream().collect(Collectors.toMap(DistrictRow::ineCode, DistrictRow::name));

    public SpelledAddress {
        lines = List.copyOf(lines);
    }

    public static SpelledAddress of(Residence residence) {
        var postal = Objects.requireNonNullElse(residence.postal(), PostalAddress.NONE);
        var district = name(residence.district(), DISTRICTS::get);
        var department = name(residence.department(), DEPARTMENTS::get);
        boolean national = district != null || department != null;
        return new SpelledAddress(
                residence.text(),
                postal.lines(),
                postal.city(),
                district,
                or(postal.state(), department),
                postal.postalCode(),
                or(postal.country(), national ? PARAGUAY : null));
    }

    /** In Paraguay the district is the municipality, and most records give no other city. */
    public List<String> cities() {
        return present(city, district);
    }

    /** Every part that there is. */
    public List<String> parts() {
        return Stream.concat(lines.stream(), present(text, city, district, state, postalCode, country).stream())
                .distinct()
                .toList();
    }

    private static List<String> present(@Nullable String... texts) {
        return Stream.of(texts).flatMap(Stream::ofNullable).distinct().toList();
    }

    private static @Nullable String name(@Nullable String code, Function<String, @Nullable String> names) {
        return code == null ? null : names.apply(code);
    }

    private static @Nullable String or(@Nullable String given, @Nullable String otherwise) {
        return given == null ? otherwise : given;
    }
}
