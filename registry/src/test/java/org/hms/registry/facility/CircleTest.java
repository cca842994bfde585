package org.hms.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hms.registry.territory.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CircleTest {

    @ParameterizedTest
    @CsvSource({
        "-25.39|-57.356|10|km, 10000",
        "-25.39|-57.356|10,    10000",
        "-25.39|-57.356|10|,   10000",
        "-25.39|-57.356|250|m, 250",
        "-25.39|-57.356|1|mi,  1609.344",
        "-25.39|-57.356|1|[mi_i], 1609.344",
        "-25.39|-57.356,       50000",
        "-25.39|-57.356||m,    50000",
        "+25.39|057.356|0|km,  0",
    })
    void aPointIsReadWithItsDistance(String text, double metres) {
        assertThat(Circle.parse(text).radiusMetres()).isCloseTo(metres, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "-25.39,               latitude|longitude|distance|unit",
        "91|0|1|km,            latitude",
        "x|0|1|km,             latitude",
        "1e1|0|1|km,           latitude",
        "0|-181|1|km,          longitude",
        "0|NaN|1|km,           longitude",
        "0|0|-1|km,            distance",
        "0|0|Infinity|km,      distance",
        "0|0|1|leagues,        unit",
        "0|0|1|km|more,        latitude|longitude|distance|unit",
        "|,                    latitude",
    })
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String text, String place) {
        assertThatThrownBy(() -> Circle.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place);
    }

    @ParameterizedTest
    @CsvSource({
        "-25.3,-57.6,10",
        "0,179.99,50",
        "0,-179.99,50",
        "89.9,10,100",
        "-89.9,10,100",
        "60,0,15000",
        "0,0,20100"
    })
    void theBoxHoldsAllOfTheCircle(double latitude, double longitude, double kilometres) {
        var centre = new GeoPoint(latitude, longitude);
        var circle = new Circle(centre, kilometres * 1_000, DistanceUnit.KILOMETRE);
        var box = BoundingBox.of(circle);
        var random = new SplittableRandom(42);
        for (int i = 0; i < 20_000; i++) {
            var spread = kilometres / 60;
            var point = new GeoPoint(
                    Math.clamp(latitude + random.nextDouble(-spread, spread), -90, 90),
                    longitude(longitude, spread, random));
            if (centre.metresTo(point) <= circle.radiusMetres()) {
                assertThat(holds(box, point)).as("%s in %s", point, box).isTrue();
            }
        }
    }

    private static double longitude(double centre, double spread, SplittableRandom random) {
        var sideways = Math.min(180, spread * 30);
        var longitude = centre + random.nextDouble(-sideways, sideways);
        return longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;
    }

    private static boolean holds(BoundingBox box, GeoPoint point) {
        var around = box.crossesDateLine()
                ? point.longitude() >= box.west() || point.longitude() <= box.east()
                : point.longitude() >= box.west() && point.longitude() <= box.east();
        return around && point.latitude() >= box.south() && point.latitude() <= box.north();
    }
}
