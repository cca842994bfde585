package org.hms.seed.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameBookTest {

    private static final int DRAWS = 20_000;

    private final NameBook names = NameBook.shipped();

    @Test
    void oneInFifteenIsAGonzález() {
        var random = new SplittableRandom(1);

        var found = IntStream.range(0, DRAWS)
                .filter(i -> names.firstSurname(Tradition.PARAGUAYAN, random).equals("González"))
                .count();

        assertThat((double) found / DRAWS).isBetween(0.05, 0.08);
    }

    @Test
    void aHusbandsNameIsNoSecondSurname() {
        var random = new SplittableRandom(2);

        var drawn = IntStream.range(0, DRAWS)
                .mapToObj(i -> names.secondSurname(Tradition.PARAGUAYAN, random))
                .collect(Collectors.toSet());

        assertThat(drawn).contains("Benítez").noneMatch(name -> name.startsWith("de Gon") || name.startsWith("DE "));
    }

    @Test
    void theDecadeOfBirthDecidesWhichNamesAreGiven() {
        assertThat(share("Petrona", Sex.FEMALE, 1945)).isGreaterThan(5 * share("Petrona", Sex.FEMALE, 2015));
        assertThat(share("Thiago", Sex.MALE, 2015)).isGreaterThan(5 * share("Thiago", Sex.MALE, 1960));
    }

    @Test
    void brazilianFamiliesDrawPortugueseNames() {
        var random = new SplittableRandom(3);

        var surnames = IntStream.range(0, 500)
                .mapToObj(i -> names.firstSurname(Tradition.BRAZILIAN, random))
                .toList();

        assertThat(surnames).contains("da Silva").doesNotContain("González");
    }

    @Test
    void aChoiceIsDrawnAsOftenAsItsWeightSays() {
        var random = new SplittableRandom(4);
        var choice = WeightedChoice.of(List.of(1, 0, 3), Integer::doubleValue);

        var drawn =
                IntStream.range(0, DRAWS).map(i -> choice.draw(random)).boxed().toList();

        assertThat(drawn).doesNotContain(0);
        assertThat(drawn.stream().filter(value -> value == 3).count() / (double) DRAWS)
                .isBetween(0.73, 0.77);
    }

    private double share(String name, Sex sex, int year) {
        var random = new SplittableRandom(5);
        return IntStream.range(0, DRAWS)
                        .filter(i -> names.givenNames(Tradition.PARAGUAYAN, sex, year, random)
                                .contains(name))
                        .count()
                / (double) DRAWS;
    }
}
