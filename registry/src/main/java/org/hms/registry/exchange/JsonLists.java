package org.hms.registry.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Facilities from JSON: the organisation units of DHIS2's metadata, and features of GeoJSON. */
final class JsonLists {

    private static final int DEEPEST = 20;

    private JsonLists() {}

    private static JsonNode array(byte[] file, String name, String what) {
        try {
            var array = new ObjectMapper().readTree(file).path(name);
            if (array.isArray()) {
                return array;
            }
        } catch (IOException e) {
            throw new UnreadableList("The list is no JSON");
        }
        throw new UnreadableList("The list is not " + what + ": it has no array " + name);
    }

    /** Each feature with its properties as cells; where it is a point, that is where it lies. */
    static List<PlaceRow> geoJson(byte[] file, ListMapping<PlaceField> mapping) {
        var features = array(file, "features", "a FeatureCollection");
        var headings = new LinkedHashSet<String>();
        features.forEach(feature -> feature.path("properties").fieldNames().forEachRemaining(headings::add));
        var known = mapping.headings(headings);
        var rows = new ArrayList<PlaceRow>();
        for (var feature : features) {
            var cells = cells(feature.path("properties"));
            var fields = mapping.fields(known, cells);
            if (feature.path("id").isValueNode()
                    && fields.getOrDefault(PlaceField.ID, "").isEmpty()) {
                fields.put(PlaceField.ID, feature.get("id").asText());
            }
            point(feature.path("geometry"), fields);
            rows.add(new PlaceRow(rows.size() + 1, false, fields, cells));
        }
        return rows;
    }

    private static Map<String, String> cells(JsonNode object) {
        var cells = new LinkedHashMap<String, String>();
        object.properties().forEach(member -> {
            var value = member.getValue();
            cells.put(member.getKey(), value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString());
        });
        return cells;
    }

    private static void point(JsonNode geometry, Map<PlaceField, String> fields) {
        var coordinates = geometry.path("coordinates");
        if (geometry.path("type").asText().equals("Point") && coordinates.size() >= 2) {
            fields.put(PlaceField.LONGITUDE, coordinates.get(0).asText());
            fields.put(PlaceField.LATITUDE, coordinates.get(1).asText());
        }
    }

    /** The units of the deepest level, or of the one that the mapping names, are facilities; those above them are areas. */
    static List<PlaceRow> dhis2(byte[] file, ListMapping<PlaceField> mapping) {
        var units = array(file, "organisationUnits", "DHIS2 metadata");
        var byId = new HashMap<String, JsonNode>();
        units.forEach(unit -> byId.put(unit.path("id").asText(), unit));
        var levels = new HashMap<String, Integer>();
        int deepest = 0;
        for (var unit : units) {
            int level = level(unit, byId);
            levels.put(unit.path("id").asText(), level);
            deepest = Math.max(deepest, level);
        }
        int facilities = mapping.facilityLevel().orElse(deepest);
        var rows = new ArrayList<PlaceRow>();
        for (var unit : units) {
            var id = unit.path("id").asText();
            boolean area = levels.getOrDefault(id, 0) < facilities;
            rows.add(new PlaceRow(rows.size() + 1, area, unit(unit, area, mapping), cells(unit)));
        }
        return rows;
    }

    /** As the unit says, or how many stand above it. */
    private static int level(JsonNode unit, Map<String, JsonNode> byId) {
        if (unit.path("level").isInt()) {
            return unit.get("level").asInt();
        }
        int level = 1;
        var above = byId.get(unit.at("/parent/id").asText());
        while (above != null && level < DEEPEST) {
            level++;
            above = byId.get(above.at("/parent/id").asText());
        }
        return level;
    }

    private static Map<PlaceField, String> unit(JsonNode unit, boolean area, ListMapping<PlaceField> mapping) {
        var attributes = cells(unit);
        var fields = new EnumMap<PlaceField, String>(PlaceField.class);
        if (!area) {
            fields.putAll(mapping.fields(mapping.headings(attributes.keySet()), attributes));
        }
        fields.put(PlaceField.ID, unit.path("id").asText());
        fields.put(PlaceField.NAME, unit.path("name").asText());
        fields.put(PlaceField.PARENT, unit.at("/parent/id").asText());
        fields.put(PlaceField.PHONE, unit.path("phoneNumber").asText());
        var code = unit.path("code").asText();
        if (area) {
            fields.put(PlaceField.DISTRICT_CODE, code);
        } else if (PlaceForm.isMinistryCode(code)) {
            fields.put(PlaceField.MSPBS_CODE, code);
        }
        if (unit.path("closedDate").isTextual()) {
            fields.put(PlaceField.STATUS, "inactive");
        }
        point(unit.path("geometry"), fields);
        return fields;
    }
}
