package org.hms.registry.facility;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hms.registry.territory.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where a facility stands in the two hierarchies: the jurisdiction it lies in, the health region that manages it, and what
 * the source prints as its managing body, which may be no region at all.
 *
 * @param formerly the districts it lay in before, the earliest first; a house stands still where a border moves
 */
public record FacilitySite(
        @Nullable String district,
        @Nullable String healthRegion,
        @Nullable String dependency,
        @Nullable GeoPoint position,
        List<FormerDistrict> formerly) {

    public FacilitySite(
            @Nullable String district,
            @Nullable String healthRegion,
            @Nullable String dependency,
            @Nullable GeoPoint position) {
        this(district, healthRegion, dependency, position, List.of());
    }

    /** What was stored before borders moved says nothing of former districts. */
    public FacilitySite {
        formerly = Objects.requireNonNullElse(formerly, List.<FormerDistrict>of()).stream()
                .sorted(Comparator.comparing(FormerDistrict::until))
                .toList();
    }

    /** The district it lay in on a day. */
    public @Nullable String districtOn(LocalDate day) {
        return formerly.stream()
                .filter(former -> day.isBefore(former.until()))
                .map(FormerDistrict::district)
                .findFirst()
                .orElse(district);
    }

    /** The same in another district since a day, and formerly in this one. */
    public FacilitySite movedTo(String other, LocalDate since) {
        var before = district == null
                ? formerly
                : Stream.concat(formerly.stream(), Stream.of(new FormerDistrict(district, since)))
                        .toList();
        return new FacilitySite(other, healthRegion, dependency, position, before);
    }
}
