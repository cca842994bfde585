package org.hms.registry.territory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a place, as GeoJSON of an area (<a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>): polygons, or
 * collections and features of them.
 *
 * @param geometry what was read, as a geometry: of a feature its own, of several a collection
 * @param points all corners
 */
public record Outline(JsonNode geometry, List<GeoPoint> points) {

    /** A closed triangle. */
    private static final int FEWEST_CORNERS = 4;

    /** Collections of collections of collections are no outline that anybody drew. */
    private static final int DEEPEST = 4;

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    public Outline {
        points = List.copyOf(points);
    }

    /** Why a text is no outline, in a sentence that quotes nothing of it. */
    public static final class NoOutline extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoOutline(String message) {
            super(message);
        }
    }

    /** @throws NoOutline where the text is none */
    public static Outline of(String geoJson) {
        try {
            var points = new ArrayList<GeoPoint>();
            return new Outline(area(JSON.readTree(geoJson), points, 0), points);
        } catch (JsonProcessingException e) {
            throw new NoOutline("The data of a boundary are GeoJSON in UTF-8");
        }
    }

    private static JsonNode area(JsonNode node, List<GeoPoint> points, int depth) {
        if (depth > DEEPEST) {
            throw new NoOutline("A boundary is nested too deeply");
        }
        switch (node.path("type").asText()) {
            case "Polygon" -> polygon(node.path("coordinates"), points);
            case "MultiPolygon" -> some(node, "coordinates").forEach(coordinates -> polygon(coordinates, points));
            case "GeometryCollection" ->
                some(node, "geometries").forEach(geometry -> area(geometry, points, depth + 1));
            case "Feature" -> {
                return area(node.path("geometry"), points, depth + 1);
            }
            case "FeatureCollection" -> {
                return collected(some(node, "features"), points, depth);
            }
            default ->
                throw new NoOutline(
                        "A boundary is GeoJSON of type Polygon, MultiPolygon or a collection or feature of them");
        }
        return node;
    }

    private static ObjectNode collected(JsonNode features, List<GeoPoint> points, int depth) {
        var collection = JsonNodeFactory.instance.objectNode().put("type", "GeometryCollection");
        var geometries = collection.putArray("geometries");
        features.forEach(feature -> geometries.add(area(feature, points, depth + 1)));
        return collection;
    }

    private static JsonNode some(JsonNode node, String member) {
        var array = node.path(member);
        if (!array.isArray() || array.isEmpty()) {
            throw new NoOutline("A boundary of this type has " + member);
        }
        return array;
    }

    private static void polygon(JsonNode rings, List<GeoPoint> points) {
        if (!rings.isArray() || rings.isEmpty()) {
            throw new NoOutline("A polygon is made of rings");
        }
        for (var ring : rings) {
            if (ring.size() < FEWEST_CORNERS || !ring.get(0).equals(ring.get(ring.size() - 1))) {
                throw new NoOutline("A ring has four positions or more, the last of them the first");
            }
            ring.forEach(position -> points.add(point(position)));
        }
    }

    private static GeoPoint point(JsonNode position) {
        var longitude = position.path(0);
        var latitude = position.path(1);
        if (!longitude.isNumber() || !latitude.isNumber()) {
            throw new NoOutline("A position is longitude and latitude");
        }
        try {
            return new GeoPoint(latitude.asDouble(), longitude.asDouble());
        } catch (IllegalArgumentException e) {
            throw new NoOutline("A position is no point on the earth");
        }
    }
}
