package org.hms.matching.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PartialDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"1990", "1990-03", "1990-03-01", "1990-12-31", "0312-11", "2024-02-29"})
    void aDateIsWrittenAsItIsRead(String text) {
        assertThat(PartialDate.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90",
                "90-03-01",
                "0090",
                "0090-03-01",
                "1990-3-1",
                "1990/03/01",
                "1990-03-1",
                "19900301",
                "1990-13",
                "1990-02-31",
                "2023-02-29",
                "1990-00-10",
                "199a",
                "1990-03-01T00:00"
            })
    void whatIsNoDateIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> PartialDate.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2027, 2026-12-31, true",
        "2026, 2026-01-01, false",
        "2026-12, 2026-11-30, true",
        "2026-11, 2026-11-22, false",
        "2026-11-23, 2026-11-22, true",
        "2026-11-22, 2026-11-22, false"
    })
    void aDateLiesAheadWhereEvenItsEarliestDayDoes(String text, LocalDate day, boolean after) {
        assertThat(PartialDate.parse(text).isAfter(day)).isEqualTo(after);
    }
}
