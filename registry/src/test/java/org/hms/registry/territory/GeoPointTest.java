package org.hms.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GeoPointTest {

    /** The geodesic on the ellipsoid differs from the great circle by at most half a percent. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Asunción–Encarnación,        -25.2822, -57.6351, -27.3306, -55.8667, 287_700",
        "Asunción–Ciudad del Este,    -25.2822, -57.6351, -25.5097, -54.6111, 304_800",
        "a degree of the meridian,      0,        0,        1,        0,      111_195",
        "across the 180th meridian,     0,      179.5,      0,     -179.5,    111_195",
        "from pole to pole,            90,        0,      -90,       77,   20_015_114",
    })
    void distancesAreThoseOfTheMap(
            String journey, double latitude, double longitude, double toLatitude, double toLongitude, String metres) {
        var distance = new GeoPoint(latitude, longitude).metresTo(new GeoPoint(toLatitude, toLongitude));

        var known = Double.parseDouble(metres.replace("_", ""));
        assertThat(distance).as(journey).isCloseTo(known, within(known * 0.005));
    }

    @Test
    void thereAndBackIsTheSameAndNoDetourIsShorter() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            var a = anywhere(random);
            var b = anywhere(random);
            var c = anywhere(random);
            assertThat(a.metresTo(b)).isCloseTo(b.metresTo(a), within(1e-6));
            assertThat(a.metresTo(b)).isLessThanOrEqualTo(a.metresTo(c) + c.metresTo(b) + 1e-3);
            assertThat(a.metresTo(a)).isZero();
        }
    }

    @Test
    void whatIsNotOnTheEarthIsNoPoint() {
        assertThatThrownBy(() -> new GeoPoint(90.01, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GeoPoint(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GeoPoint anywhere(SplittableRandom random) {
        return new GeoPoint(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }
}
