package org.hms.terminology.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({"akanundu, akanudu, 1", "akarasy, akarasy, 0", "hua, uha, 1", "'', abc, 3", "vomito, bomito, 1"})
    void lettersAreCounted(String left, String right, int distance) {
        assertThat(EditDistance.between(left, right)).isEqualTo(distance);
        assertThat(EditDistance.between(right, left)).isEqualTo(distance);
    }
}
