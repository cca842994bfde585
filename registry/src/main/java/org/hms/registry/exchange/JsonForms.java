package org.hms.registry.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.hms.registry.facility.Facility;
import org.hms.registry.facility.FacilityStatus;
import org.hms.registry.territory.DirectoryIds;
import org.hms.registry.territory.GeoPoint;
import org.hms.registry.territory.Jurisdiction;
import org.hms.registry.territory.Outline;
import org.hms.registry.territory.Published;

/** The facilities as GeoJSON, and as DHIS2's metadata with the territory above them; the territory as GeoJSON. */
public final class JsonForms {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** DHIS2 wants a day on which a unit was opened; this stands for "nobody knows". */
    private static final String UNKNOWN_OPENING = "1970-01-01";

    private static final int SHORT = 50;
    private static final int UID_LENGTH = 11;

    private JsonForms() {}

    /** RFC 7946: a feature for each, without geometry where the place is not known. */
    public static ObjectNode geoJson(List<Published<Facility>> facilities, Map<String, Jurisdiction> areas) {
        var collection = NODES.objectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        for (var entry : facilities) {
            var feature = features.addObject().put("type", "Feature");
            feature.put("id", entry.content().id());
            var position = entry.content().site().position();
            if (position == null) {
                feature.putNull("geometry");
            } else {
                feature.set("geometry", point(position));
            }
            var properties = feature.putObject("properties");
            FacilityTable.row(entry, areas).forEach((name, value) -> properties.putPOJO(name, value));
        }
        return collection;
    }

    /** RFC 7946: a feature for each, with its outline, else the point that stands for it, else without geometry. */
    public static ObjectNode areas(List<Published<Jurisdiction>> areas) {
        var collection = NODES.objectNode().put("type", "FeatureCollection");
        var features = collection.putArray("features");
        for (var entry : areas) {
            var area = entry.content();
            var feature = features.addObject().put("type", "Feature").put("id", area.id());
            var centre = area.centre();
            if (area.boundary() != null) {
                feature.set("geometry", Outline.of(area.boundary()).geometry());
            } else if (centre != null) {
                feature.set("geometry", point(centre));
            } else {
                feature.putNull("geometry");
            }
            feature.putObject("properties")
                    .put("id", area.id())
                    .put("level", area.level().code())
                    .put("code", area.code().orElse(""))
                    .put("name", area.name())
                    .put("parent", area.parent())
                    .put("status", area.active() ? "active" : "inactive")
                    .put("version", entry.version())
                    .put("published_at", entry.at().toString());
        }
        return collection;
    }

    private static ObjectNode point(GeoPoint position) {
        var point = NODES.objectNode().put("type", "Point");
        point.putArray("coordinates").add(position.longitude()).add(position.latitude());
        return point;
    }

    /** Country, departments and districts as units of levels 1 to 3, facilities of level 4. */
    public static ObjectNode dhis2(List<Published<Facility>> facilities, Map<String, Jurisdiction> areas) {
        var metadata = NODES.objectNode();
        var units = metadata.putArray("organisationUnits");
        areas.values().stream()
                .filter(area -> level(area) > 0)
                .sorted((one, other) -> level(one) != level(other)
                        ? Integer.compare(level(one), level(other))
                        : one.id().compareTo(other.id()))
                .forEach(area -> {
                    var unit = units.addObject();
                    describe(unit, area.id(), area.name(), level(area));
                    unit.put("code", area.id());
                    if (area.parent() != null) {
                        unit.putObject("parent").put("id", uid(area.parent()));
                    }
                });
        for (var entry : facilities) {
            facility(units.addObject(), entry.content());
        }
        return metadata;
    }

    private static void facility(ObjectNode unit, Facility facility) {
        describe(unit, facility.id(), facility.name().repaired(), 4);
        unit.put("code", facility.id());
        var district = facility.site().district();
        unit.putObject("parent").put("id", uid(district == null ? "py" : district));
        if (!facility.service().phones().isEmpty()) {
            unit.put("phoneNumber", facility.service().phones().getFirst());
        }
        var position = facility.site().position();
        if (position != null) {
            unit.set("geometry", point(position));
        }
        if (facility.service().status() == FacilityStatus.INACTIVE) {
            unit.put("closedDate", UNKNOWN_OPENING);
        }
    }

    private static void describe(ObjectNode unit, String id, String name, int level) {
        unit.put("id", uid(id))
                .put("name", name)
                .put("shortName", name.length() > SHORT ? name.substring(0, SHORT) : name)
                .put("level", level)
                .put("openingDate", UNKNOWN_OPENING);
    }

    private static int level(Jurisdiction area) {
        return switch (area.level()) {
            case COUNTRY -> 1;
            case DEPARTMENT -> 2;
            case DISTRICT -> 3;
            case HEALTH_REGION, NETWORK, LOCALITY -> 0;
        };
    }

    /** DHIS2's own form of an id: a letter and ten letters or digits; always the same for one of ours. */
    static String uid(String id) {
        var hash = DirectoryIds.of("u", "dhis2", id);
        return hash.replace("-", "").substring(0, UID_LENGTH);
    }
}
