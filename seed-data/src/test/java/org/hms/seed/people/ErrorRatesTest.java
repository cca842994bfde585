package org.hms.seed.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorRatesTest {

    private static final class Count {
        int possible;
        int struck;
    }

    private static final Map<ErrorRates, Count> COUNTS = new EnumMap<>(ErrorRates.class);

    @BeforeAll
    static void countTheErrorsOfAPopulation() {
        for (var error : ErrorRates.values()) {
            COUNTS.put(error, new Count());
        }
        var population = Population.of(42, 40_000, (error, struck) -> {
            var count = COUNTS.get(error);
            count.possible++;
            count.struck += struck ? 1 : 0;
        });
        assertThat(population.records().count()).isEqualTo(40_000);
        population.records().forEach(record -> assertThat(record.personId()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void anErrorStrikesAsOftenAsTheTableSays(ErrorRates error) {
        var count = COUNTS.get(error);

        var deviation = Math.sqrt(error.rate() * (1 - error.rate()) / count.possible);

        assertThat(count.possible).isGreaterThan(200);
        assertThat((double) count.struck / count.possible)
                .isBetween(error.rate() - 5 * deviation, error.rate() + 5 * deviation);
    }
}
