package org.hms.registry.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.jspecify.annotations.Nullable;

/** Says of a facility what it lacks. */
final class Assessment {

    private static final double FAR_METRES = 80_000;
    private static final Set<String> MINISTRY =
            Set.of(DirectorySystems.MSPBS_ESTABLISHMENT, DirectorySystems.HIS_ESTABLISHMENT);

    private final Map<String, Jurisdiction> areas;
    private final Set<String> withServices;
    private final Map<String, Instant> attestations;
    private final Instant staleBefore;

    /** @param freshFor how long an attestation holds */
    Assessment(
            Map<String, Jurisdiction> areas,
            Set<String> withServices,
            Map<String, Instant> attestations,
            Instant now,
            Duration freshFor) {
        this.areas = areas;
        this.withServices = withServices;
        this.attestations = attestations;
        this.staleBefore = now.minus(freshFor);
    }

    FacilityScore of(Facility facility) {
        var lacks = lacks(facility);
        int lost = lacks.stream().mapToInt(Lack::weight).sum();
        int score = Math.round(100f * (Lack.wholeWeight() - lost) / Lack.wholeWeight());
        return new FacilityScore(
                facility.id(),
                facility.name().repaired(),
                facility.site().district(),
                score,
                lacks,
                attestations.get(facility.id()));
    }

    private List<Lack> lacks(Facility facility) {
        var lacks = new ArrayList<Lack>();
        var site = facility.site();
        var attested = attestations.get(facility.id());
        add(lacks, Lack.TYPE, facility.kind().type() == null);
        add(lacks, Lack.OWNERSHIP, facility.kind().ownership() == null);
        add(lacks, Lack.DISTRICT, site.district() == null);
        add(lacks, Lack.HEALTH_REGION, site.healthRegion() == null);
        add(lacks, Lack.POSITION, site.position() == null);
        add(lacks, Lack.FAR_FROM_DISTRICT, isFar(site.position(), site.district()));
        add(lacks, Lack.PHONE, facility.service().phones().isEmpty());
        add(
                lacks,
                Lack.MINISTRY_CODE,
                facility.identifiers().stream().noneMatch(identifier -> MINISTRY.contains(identifier.system())));
        add(lacks, Lack.SERVICES, !withServices.contains(facility.id()));
        add(
                lacks,
                Lack.DAMAGED_NAME,
                facility.name().repaired().indexOf('\uFFFD') >= 0
                        || facility.name().repaired().indexOf('?') >= 0);
        add(lacks, Lack.ATTESTATION, attested == null || attested.isBefore(staleBefore));
        return lacks;
    }

    private static void add(List<Lack> lacks, Lack lack, boolean lacking) {
        if (lacking) {
            lacks.add(lack);
        }
    }

    private boolean isFar(@Nullable GeoPoint position, @Nullable String district) {
        var area = district == null ? null : areas.get(district);
        var centre = area == null ? null : area.centre();
        return position != null && centre != null && position.metresTo(centre) > FAR_METRES;
    }
}
