package org.hms.registry.facility.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityDetails;
import org.hms.registry.facility.FacilityType;
import org.hms.registry.facility.SourceRow;
import org.hms.registry.facility.Succession;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** A facility as the API shows one; the distance stands only where a point was asked about. */
public record FacilityView(
        String id,
        int version,
        Instant publishedAt,
        String name,
        String printedName,
        @Nullable FacilityType type,
        @Nullable String ownership,
        String status,
        @Nullable AreaView district,
        @Nullable AreaView healthRegion,
        @Nullable String managingBodyAsPrinted,
        @Nullable GeoPoint position,
        @Nullable Long distanceMetres,
        List<String> phones,
        List<DirectoryIdentifier> identifiers,
        List<FormerView> formerDistricts,
        Succession succession,
        FacilityDetails details,
        SourceRow source) {

    /** A district in which it lay until a day. */
    public record FormerView(@Nullable AreaView district, LocalDate until) {}

    /** A jurisdiction by its id and name. */
    public record AreaView(String id, String name) {}

    static FacilityView of(Published<Facility> published, @Nullable Double metres, AreaNames areas) {
        var facility = published.content();
        var ownership = facility.kind().ownership();
        return new FacilityView(
                facility.id(),
                published.version(),
                published.at(),
                facility.name().repaired(),
                facility.name().printed(),
                facility.kind().type(),
                ownership == null ? null : ownership.code(),
                facility.service().status().code(),
                areas.view(facility.site().district()),
                areas.view(facility.site().healthRegion()),
                facility.site().dependency(),
                facility.site().position(),
                metres == null ? null : Math.round(metres),
                facility.service().phones(),
                facility.identifiers(),
                facility.site().formerly().stream()
                        .map(former -> new FormerView(areas.view(former.district()), former.until()))
                        .toList(),
                facility.succession(),
                facility.details(),
                facility.source());
    }
}
