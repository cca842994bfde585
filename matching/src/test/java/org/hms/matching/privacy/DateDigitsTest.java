package org.hms.matching.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DateDigitsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            19800307,            yyyyMMdd
            07-03-1980,          dd-MM-yyyy
            7/3/1980,            d/M/yyyy
            1980-03-07,          dd/MM/yyyy
            1980-03-07,          yyyyMMdd
            1980-03-07,
            07/03/1980,
            7.3.1980,
            19800307,
            07031980,
            1980-03-07T00:00:00,
            """)
    void aDateWrittenDifferentlyIsOneDate(String cell, String format) {
        assertThat(tokens(DateDigits.of(cell, format))).isEqualTo(tokens(new DateDigits("1980", "03", "07")));
    }

    @Test
    void aDateThatIsInNoCalendarStillShowsItsDigits() {
        var impossible = tokens(DateDigits.of("29-22-2983", "dd-MM-yyyy"));
        var meant = tokens(DateDigits.of("29-12-1983", "dd-MM-yyyy"));
        int before = impossible.size();
        impossible.retainAll(meant);

        assertThat(impossible).hasSizeGreaterThan(before / 2);
    }

    @Test
    void dayAndMonthInEachOthersPlaceShareMoreThanTheYear() {
        var date = tokens(new DateDigits("1980", "03", "07"));
        var year = tokens(new DateDigits("1980", "", ""));
        date.retainAll(tokens(new DateDigits("1980", "07", "03")));

        assertThat(date).containsAll(year).contains("x03", "x07");
    }

    @Test
    void aDateOfZerosIsNone() {
        assertThat(tokens(DateDigits.of("00000000", "yyyyMMdd"))).isEmpty();
        assertThat(tokens(DateDigits.of("", null))).isEmpty();
        assertThat(tokens(DateDigits.of("unknown", null))).isEmpty();
    }

    private static Set<String> tokens(DateDigits date) {
        var tokens = new HashSet<String>();
        date.cut(tokens);
        return tokens;
    }
}
