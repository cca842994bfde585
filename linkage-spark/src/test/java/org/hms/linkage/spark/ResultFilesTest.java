package org.hms.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultFilesTest {

    @ParameterizedTest
    @CsvSource({"1.5, 1.5000", "-1.23456, -1.2346", "-0.00001, 0.0000", "0, 0.0000", "21.00005, 21.0001"})
    void aNumberIsWrittenWithAllItsDigits(double value, String written) {
        assertThat(ResultFiles.decimal(value, 4)).isEqualTo(written);
    }
}
