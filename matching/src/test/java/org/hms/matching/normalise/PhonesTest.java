package org.hms.matching.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhonesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "021 123 457; 21123457",
                "(021) 123-457 int. 12; 21123457",
                "0981/123.456; 981123456",
                "+595 (0)981 123456; 981123456",
                "+595 981 123456 (mamá); 981123456",
                "cel: 0981 123456; 981123456",
                "00981123456; 981123456",
                "201.234; 201234",
                "+55 11 98765-4321; +5511987654321",
                "0055 11 98765 4321; +5511987654321",
                "5511987654321; +5511987654321",
                "+55 (011) 98765-4321; +5511987654321",
                "+54 9 11 2345-6789; +5491123456789",
                "+54 11 15 2345-6789; +5491123456789",
                "+591 71234567; +59171234567",
                "+1 212 736 5000; +12127365000",
                "+1 000 000 0001; 10000000001",
                "02 1090 1906; 210901906"
            })
    void aNumberHasOneFormHoweverItIsWritten(String written, String number) {
        assertThat(Phones.of(List.of(written))).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0981 123456 / 0971 654987", "0981123456;0971654987", "0981-123456, 0971-654987"})
    void severalInOneTextAreSeveral(String written) {
        assertThat(Phones.of(List.of(written))).containsExactly("981123456", "971654987");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no tiene",
                "0981",
                "0000",
                "000000000",
                "999999",
                "0981 000000",
                "0981-999999",
                "123456789",
                "-"
            })
    void whatFillsTheFieldIsNoNumber(String written) {
        assertThat(Phones.of(List.of(written))).isEmpty();
    }
}
