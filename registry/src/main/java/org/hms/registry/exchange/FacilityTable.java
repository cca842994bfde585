package org.hms.registry.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hms.registry.facility.Facility;
import org.hms.registry.territory.DirectoryIdentifier;
import org.hms.registry.territory.DirectoryRoll;
import org.hms.registry.territory.DirectorySystems;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.JurisdictionIds;
import org.hms.registry.territory.Published;
import org.jspecify.annotations.Nullable;

/** The facilities as a table, under headings that an import understands as they are. */
public final class FacilityTable {

    private final DirectoryRoll<Facility> facilities;
    private final DirectoryRoll<Jurisdiction> jurisdictions;

    public FacilityTable(DirectoryRoll<Facility> facilities, DirectoryRoll<Jurisdiction> jurisdictions) {
        this.facilities = facilities;
        this.jurisdictions = jurisdictions;
    }

    /** What is asked for: those that work alone, those of one district, those of one source; absent where it does not matter. */
    public record Wanted(
            boolean working,
            @Nullable String district,
            @Nullable String source) {

        boolean takes(Facility facility) {
            return (!working || facility.active())
                    && (district == null || district.equals(facility.site().district()))
                    && (source == null || source.equals(facility.source().list()));
        }
    }

    public List<Published<Facility>> entries(Wanted wanted) {
        return facilities.all().stream()
                .filter(entry -> wanted.takes(entry.content()))
                .toList();
    }

    /** The parts of the territory by id, localities among them. */
    public Map<String, Jurisdiction> areas() {
        return jurisdictions.all().stream()
                .map(Published::content)
                .collect(Collectors.toMap(Jurisdiction::id, area -> area));
    }

    /** One row for each; numbers are numbers, and what is not known is an empty text. */
    public List<Map<String, Object>> rows(Wanted wanted) {
        var areas = areas();
        var rows = new ArrayList<Map<String, Object>>();
        for (var entry : entries(wanted)) {
            rows.add(row(entry, areas));
        }
        return rows;
    }

    static Map<String, Object> row(Published<Facility> entry, Map<String, Jurisdiction> areas) {
        var facility = entry.content();
        var site = facility.site();
        var type = facility.kind().type();
        var ownership = facility.kind().ownership();
        var position = site.position();
        var district = site.district() == null ? null : areas.get(site.district());
        var department = district == null || district.parent() == null ? null : areas.get(district.parent());
        var row = new LinkedHashMap<String, Object>();
        row.put("id", facility.id());
        row.put("name", facility.name().repaired());
        row.put("type", type == null ? "" : type.code());
        row.put("ownership", ownership == null ? "" : ownership.code());
        row.put("status", facility.service().status().code());
        row.put("district_code", Objects.requireNonNullElse(JurisdictionIds.codeOf(site.district()), ""));
        row.put("district", district == null ? "" : district.name());
        row.put("department", department == null ? "" : department.name());
        row.put("health_region", Objects.requireNonNullElse(JurisdictionIds.codeOf(site.healthRegion()), ""));
        row.put("latitude", position == null ? "" : position.latitude());
        row.put("longitude", position == null ? "" : position.longitude());
        row.put("phone", String.join("; ", facility.service().phones()));
        row.put("mspbs_code", identifier(facility, DirectorySystems.MSPBS_ESTABLISHMENT));
        row.put("his_code", identifier(facility, DirectorySystems.HIS_ESTABLISHMENT));
        row.put("list", facility.source().list());
        row.put("list_row", facility.source().row());
        row.put("version", entry.version());
        row.put("published_at", entry.at().toString());
        return row;
    }

    private static String identifier(Facility facility, String system) {
        return facility.identifiers().stream()
                .filter(identifier -> identifier.system().equals(system))
                .map(DirectoryIdentifier::value)
                .findFirst()
                .orElse("");
    }
}
