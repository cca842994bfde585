package org.hms.seed.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"52998224725", "11144477735", "12345678909", "00000000191", "98765432100"})
    void aCpfHasTwoCheckDigits(String number) {
        assertThat(SyntheticNumbers.isCpf(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"52998224724", "11111111111", "00000000000", "5299822472", "529982247-5"})
    void whatFailsItsCheckDigitsOrRepeatsOneDigitIsNoCpf(String number) {
        assertThat(SyntheticNumbers.isCpf(number)).isFalse();
    }

    @Test
    void everyCpfMadeIsValidAndStartsWithTwoZeros() {
        assertThat(IntStream.range(0, 10_000).mapToObj(SyntheticNumbers::cpf))
                .allMatch(SyntheticNumbers::isCpf)
                .allMatch(number -> number.startsWith("00"));
    }

    @Test
    void noTwoPeopleHaveTheSameCédula() {
        var numbers = IntStream.range(0, 200_000)
                .mapToObj(ordinal -> SyntheticNumbers.cedula(ordinal, 1920 + ordinal % 107))
                .collect(Collectors.toSet());

        assertThat(numbers).hasSize(200_000).allMatch(number -> number.matches("[2-9]\\d{7}"));
    }

    @Test
    void theOldestHaveTheLowestCédulas() {
        assertThat(SyntheticNumbers.cedula(5, 1940)).isLessThan(SyntheticNumbers.cedula(3, 1990));
        assertThat(SyntheticNumbers.cedula(1, 2030)).isEqualTo(SyntheticNumbers.cedula(1, 2027));
    }

    @Test
    void theLastPersonStillHasNumbersOfTheirOwn() {
        var last = SyntheticNumbers.CAPACITY - 1;

        assertThat(SyntheticNumbers.cedula(last, 2026)).hasSize(8);
        assertThat(SyntheticNumbers.dni(last)).matches("9[89]\\d{6}");
        assertThat(SyntheticNumbers.isCpf(SyntheticNumbers.cpf(last))).isTrue();
    }
}
