package org.hms.registry.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
}
