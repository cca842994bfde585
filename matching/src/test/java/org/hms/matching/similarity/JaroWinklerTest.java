package org.hms.matching.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hms.matching.RandomPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class JaroWinklerTest {

    /** The examples of Winkler's papers. */
    @ParameterizedTest
    @CsvSource({"MARTHA, MARHTA, 0.9611", "DIXON, DICKSONX, 0.8133", "DWAYNE, DUANE, 0.8400", "JONES, JOHNSON, 0.8324"})
    void thePublishedExamplesComeOutAsPublished(String left, String right, double similarity) {
        assertThat(JaroWinkler.similarity(left, right)).isCloseTo(similarity, within(0.00006));
    }

    @Test
    void nothingIsLikeNothingAndUnlikeAnything() {
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("", "ana")).isZero();
        assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
    }

    @ParameterizedTest
    @MethodSource("org.hms.matching.RandomPeople#seeds")
    void itIsSymmetricAndLiesBetweenNoneAndOne(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            var left = RandomPeople.word(random);
            var right = RandomPeople.word(random);
            var similarity = JaroWinkler.similarity(left, right);
            assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(JaroWinkler.similarity(right, left));
            assertThat(similarity == 1).isEqualTo(left.equals(right));
        }
    }

    @Test
    void aTextOfAPageIsComparedByItsBeginning() {
        var page = "a".repeat(10_000);

        assertThat(JaroWinkler.similarity(page, page + "b")).isEqualTo(1);
    }
}
