package org.hms.registry.reach;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.careservice.HealthcareService;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.Published;
import org.hms.registry.territory.RollView;
import org.jspecify.annotations.Nullable;

/**
 * How near care is. Distances are along the great circle, from a point within the district: no road is known here. A facility
 * counts where it works and its place is known; a service is offered where the directory has it.
 */
public final class AccessToCare {

    private final RollView<Facility, Map<String, Facility>> located;
    private final RollView<Jurisdiction, Map<String, Jurisdiction>> areas;
    private final RollView<HealthcareService, List<HealthcareService>> services;
    private final Populations populations = new Populations();
    private final DistrictPoints points = new DistrictPoints();

    public AccessToCare(
            DirectoryRoll<Facility> facilities,
            DirectoryRoll<Jurisdiction> jurisdictions,
            DirectoryRoll<HealthcareService> services) {
        this.located = new RollView<>(
                facilities,
                all -> all.stream()
                        .map(Published::content)
                        .filter(facility -> facility.site().position() != null)
                        .collect(Collectors.toMap(Facility::id, facility -> facility)));
        this.areas = new RollView<>(
                jurisdictions,
                all -> all.stream()
                        .map(Published::content)
                        .filter(area -> area.level() != JurisdictionLevel.LOCALITY)
                        .collect(Collectors.toMap(Jurisdiction::id, area -> area)));
        this.services = new RollView<>(
                services, all -> all.stream().map(Published::content).toList());
    }

    /** Where a facility or a district is: by id, or by a district's INE code. */
    public Optional<GeoPoint> findPoint(String place) {
        var facility = located.get().get(place);
        if (facility != null) {
            return Optional.ofNullable(facility.site().position());
        }
        var all = areas.get();
        var area = all.getOrDefault(place, all.get(JurisdictionIds.district(place)));
        return Optional.ofNullable(area).flatMap(known -> points.of(known, all)).map(DistrictPoints.Point::point);
    }

    /** The facilities that offer what is wanted, the nearest first. */
    public List<NearFacility> nearest(GeoPoint from, WantedCare wanted, int count) {
        return near(from, offering(wanted)).limit(count).toList();
    }

    private static Stream<NearFacility> near(GeoPoint from, List<Facility> offering) {
        return offering.stream()
                .map(facility -> new NearFacility(
                        facility,
                        from.metresTo(Objects.requireNonNull(facility.site().position()))))
                .sorted(Comparator.comparingDouble(NearFacility::metres)
                        .thenComparing(near -> near.facility().id()));
    }

    private List<Facility> offering(WantedCare wanted) {
        var places = wanted.service() == null ? null : placesOffering(wanted);
        return located.get().values().stream()
                .filter(Facility::active)
                .filter(wanted::isOfKind)
                .filter(facility -> places == null || places.contains(facility.id()))
                .toList();
    }

    private Set<String> placesOffering(WantedCare wanted) {
        var places = new HashSet<String>();
        services.get().stream().filter(wanted::isService).forEach(service -> places.addAll(service.locations()));
        return places;
    }

    /** All districts, the farthest first; those of which nothing can be said before them. */
    public List<DistrictAccess> districts(WantedCare wanted) {
        var offering = offering(wanted);
        var all = areas.get();
        return all.values().stream()
                .filter(area -> area.level() == JurisdictionLevel.DISTRICT)
                .map(district -> access(district, all, offering))
                .sorted(Comparator.comparingDouble((DistrictAccess access) -> access.nearest() == null
                                ? -Double.MAX_VALUE
                                : -access.nearest().metres())
                        .thenComparing(DistrictAccess::district))
                .toList();
    }

    private DistrictAccess access(Jurisdiction district, Map<String, Jurisdiction> all, List<Facility> offering) {
        var point = points.of(district, all);
        var nearest = point.flatMap(from -> near(from.point(), offering).findFirst());
        var code = Objects.requireNonNull(JurisdictionIds.codeOf(district.id()));
        return new DistrictAccess(
                code,
                district.name(),
                name(district.parent(), all),
                populations.of(code),
                point.isPresent() && point.get().approximate(),
                nearest.orElse(null));
    }

    private static String name(@Nullable String id, Map<String, Jurisdiction> all) {
        var area = id == null ? null : all.get(id);
        return area == null ? "" : area.name();
    }

    /** The districts that have nothing of what is wanted within a distance of their middle. */
    public List<DistrictAccess> without(WantedCare wanted, double metres) {
        return districts(wanted).stream()
                .filter(access -> access.nearest() == null || access.nearest().metres() > metres)
                .toList();
    }

    /** Which facility is the nearest one to which districts; the one with the most people first. */
    public List<Catchment> catchments(WantedCare wanted) {
        var served = new LinkedHashMap<String, List<DistrictAccess>>();
        var facilities = new LinkedHashMap<String, Facility>();
        for (var access : districts(wanted)) {
            var nearest = access.nearest();
            if (nearest != null) {
                var id = nearest.facility().id();
                facilities.put(id, nearest.facility());
                served.computeIfAbsent(id, _ -> new ArrayList<>()).add(access);
            }
        }
        return served.entrySet().stream()
                .map(entry -> catchment(Objects.requireNonNull(facilities.get(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparingLong((Catchment catchment) -> -catchment.people())
                        .thenComparing(catchment -> catchment.facility().id()))
                .toList();
    }

    private static Catchment catchment(Facility facility, List<DistrictAccess> districts) {
        return new Catchment(
                facility,
                districts.stream().map(DistrictAccess::district).sorted().toList(),
                districts.stream()
                        .mapToLong(district -> district.population().people())
                        .sum());
    }
}
