package org.hms.registry.openrefine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.JurisdictionLevel;
import org.hms.registry.territory.RollView;
import org.hms.seed.SeedData;
import org.jspecify.annotations.Nullable;

/** Facilities as entities of a catalogue, with the names of where they lie. */
final class FacilityEntities {

    static final EntityType FACILITY = EntityType.of("facility", "Establecimiento de salud");

    private final RollView<Jurisdiction, Map<String, Jurisdiction>> areas;

    FacilityEntities(DirectoryRoll<Jurisdiction> jurisdictions) {
        this.areas = new RollView<>(
                jurisdictions,
                all -> all.stream()
                        .map(published -> published.content())
                        .filter(area -> area.level() != JurisdictionLevel.LOCALITY)
                        .collect(Collectors.toMap(Jurisdiction::id, area -> area)));
    }

    /** The type of all, then the kinds by the ministry's abbreviation. */
    static List<EntityType> types() {
        return Stream.concat(
                        Stream.of(FACILITY),
                        SeedData.facilityTypes().stream()
                                .map(type -> new EntityType(type.code(), type.name(), FACILITY)))
                .toList();
    }

    /** The parts of the territory by id, asked for once for all facilities of an answer. */
    Map<String, Jurisdiction> names() {
        return areas.get();
    }

    static Entity of(Facility facility, Map<String, Jurisdiction> names) {
        var types = new ArrayList<EntityType>();
        var type = facility.kind().type();
        if (type != null) {
            types.add(new EntityType(type.code(), type.display(), FACILITY));
        }
        types.add(FACILITY);
        var district = district(facility, names);
        var department = district == null || district.parent() == null ? null : names.get(district.parent());
        var description = Stream.of(
                        type == null ? null : type.display(),
                        name(district),
                        name(department),
                        facility.service().status().code())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Entity(
                facility.id(),
                facility.name().repaired(),
                description,
                types,
                values(facility, name(district), name(department)));
    }

    private static @Nullable Jurisdiction district(Facility facility, Map<String, Jurisdiction> names) {
        var id = facility.site().district();
        return id == null ? null : names.get(id);
    }

    private static @Nullable String name(@Nullable Jurisdiction area) {
        return area == null ? null : area.name();
    }

    private static Map<String, List<PropertyValue>> values(
            Facility facility, @Nullable String district, @Nullable String department) {
        var site = facility.site();
        var type = facility.kind().type();
        var ownership = facility.kind().ownership();
        var position = site.position();
        var values = new LinkedHashMap<FacilityProperty, List<PropertyValue>>();
        values.put(FacilityProperty.NAME, PropertyValue.ofText(facility.name().repaired()));
        values.put(FacilityProperty.TYPE, PropertyValue.ofText(type == null ? null : type.code()));
        values.put(FacilityProperty.DISTRICT, PropertyValue.ofText(district));
        values.put(FacilityProperty.DISTRICT_CODE, PropertyValue.ofText(JurisdictionIds.codeOf(site.district())));
        values.put(FacilityProperty.DEPARTMENT, PropertyValue.ofText(department));
        values.put(FacilityProperty.REGION, PropertyValue.ofText(JurisdictionIds.codeOf(site.healthRegion())));
        values.put(FacilityProperty.OWNERSHIP, PropertyValue.ofText(ownership == null ? null : ownership.code()));
        if (position != null) {
            values.put(FacilityProperty.LATITUDE, List.of(new PropertyValue.Decimal(position.latitude())));
            values.put(FacilityProperty.LONGITUDE, List.of(new PropertyValue.Decimal(position.longitude())));
        }
        values.put(
                FacilityProperty.PHONE, PropertyValue.ofTexts(facility.service().phones()));
        values.put(
                FacilityProperty.CODE,
                PropertyValue.ofTexts(facility.identifiers().stream()
                        .map(DirectoryIdentifier::value)
                        .distinct()
                        .toList()));
        values.put(
                FacilityProperty.STATUS,
                PropertyValue.ofText(facility.service().status().code()));
        values.put(
                FacilityProperty.SOURCE, PropertyValue.ofText(facility.source().citation()));
        var byId = new LinkedHashMap<String, List<PropertyValue>>();
        values.forEach((property, texts) -> byId.put(property.id(), texts));
        return byId;
    }
}
