package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hms.registry.territory.Outline.NoOutline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an outline of a place, and what is not. */
final class OutlineTest {

    private static final String RING = "[[-59.2,-21.8],[-59.1,-21.8],[-59.1,-21.7],[-59.2,-21.8]]";
    private static final String POLYGON = "{\"type\":\"Polygon\",\"coordinates\":[" + RING + "]}";

    @Test
    void aPolygonIsItsOwnGeometryWithAllItsCorners() {
        var outline = Outline.of(POLYGON);

        assertThat(outline.geometry()).hasToString(POLYGON);
        assertThat(outline.points()).hasSize(4).first().isEqualTo(new GeoPoint(-21.8, -59.2));
        assertThat(Outline.of("{\"type\":\"MultiPolygon\",\"coordinates\":[[" + RING + "],[" + RING + "]]}")
                        .points())
                .hasSize(8);
    }

    @Test
    void ofFeaturesTheGeometriesAreTaken() {
        var feature = "{\"type\":\"Feature\",\"properties\":{\"name\":\"x\"},\"geometry\":" + POLYGON + "}";

        assertThat(Outline.of(feature).geometry()).hasToString(POLYGON);
        var collection = Outline.of("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "," + feature + "]}");
        assertThat(collection.geometry())
                .hasToString("{\"type\":\"GeometryCollection\",\"geometries\":[" + POLYGON + "," + POLYGON + "]}");
        assertThat(collection.points()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                POLYGON + "}",
                "{\"type\":\"Point\",\"coordinates\":[-59.2,-21.8]}",
                "{\"type\":\"Polygon\"}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-59.2,-21.8],[-59.1,-21.8],[-59.2,-21.8]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-59.2,-21.8],[-59.1,-21.8],[-59.1,-21.7],[-59.3,-21.8]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[-59.2,-91],[-59.1,-21.8],[-59.1,-21.7],[-59.2,-91]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",1],[2,1],[2,2],[\"a\",1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[\"abcd\"]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{\"type\":\"GeometryCollection\",\"geometries\":[]}",
                "{\"type\":\"Feature\",\"geometry\":null}",
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}"
            })
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> Outline.of(text)).isInstanceOf(NoOutline.class);
    }

    @Test
    void collectionsWithinCollectionsEndSomewhere() {
        var text = "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(200) + POLYGON + "]}".repeat(200);

        assertThatThrownBy(() -> Outline.of(text)).hasMessageContaining("deeply");
    }
}
