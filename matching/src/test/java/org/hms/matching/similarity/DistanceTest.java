package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DistanceTest {
    private static final double QUARTER_OF_THE_EARTH = 6371.0088 * Math.PI / 2;

    @Test
    void knownWaysHaveTheirKnownLengths() {
        assertThat(Distance.kilometres(0, 0, 0, 90)).isCloseTo(QUARTER_OF_THE_EARTH, within(1e-6));
        assertThat(Distance.kilometres(90, 17, 0, -64)).isCloseTo(QUARTER_OF_THE_EARTH, within(1e-6));
        assertThat(Distance.kilometres(0, 179.5, 0, -179.5)).isCloseTo(QUARTER_OF_THE_EARTH / 90, within(1e-6));
        assertThat(Distance.kilometres(0, 0, 0, 180)).isCloseTo(2 * QUARTER_OF_THE_EARTH, within(1e-6));
        // Asunción to Ciudad del Este, some 295 km as the crow flies.
        assertThat(Distance.kilometres(-25.2822, -57.6351, -25.5097, -54.6111)).isBetween(300.0, 310.0);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void wayAndWayBackAreEqualAndNoDetourIsShorter(long seed) {
        var random = new SplittableRandom(seed);
        var north = random.doubles(3, -90, 90).toArray();
        var east = random.doubles(3, -180, 180).toArray();
        double way = Distance.kilometres(north[0], east[0], north[1], east[1]);
        assertThat(way).isEqualTo(Distance.kilometres(north[1], east[1], north[0], east[0]));
        assertThat(way).isBetween(0.0, 2 * QUARTER_OF_THE_EARTH + 1e-6);
        assertThat(Distance.kilometres(north[0], east[0], north[0], east[0])).isZero();
        assertThat(way)
                .isLessThanOrEqualTo(Distance.kilometres(north[0], east[0], north[2], east[2])
                        + Distance.kilometres(north[2], east[2], north[1], east[1])
                        + 1e-6);
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void quantitiesAreAsAlikeAsTheyAreNear(long seed) {
        var random = new SplittableRandom(seed);
        double left = random.nextDouble(-100, 100);
        double right = random.nextDouble(-100, 100);
        assertThat(Distance.relative(left, right))
                .isBetween(0.0, 2.0)
                .isEqualTo(Distance.relative(right, left))
                .isCloseTo(Distance.relative(left * 10, right * 10), within(1e-12));
        assertThat(Distance.similarity(left, left, 5)).isEqualTo(1);
        assertThat(Distance.similarity(left, right, 5)).isBetween(0.0, 1.0);
        assertThat(Distance.similarity(left, left + 2.5, 5)).isCloseTo(0.5, within(1e-12));
        assertThat(Distance.similarity(left, left + 5.01, 5)).isZero();
    }

    @Test
    void nothingLiesFurtherThanTheWidest() {
        assertThat(Distance.relative(0, 0)).isZero();
        assertThat(Distance.relative(0, 7)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> Distance.similarity(1, 2, 0));
    }
}
