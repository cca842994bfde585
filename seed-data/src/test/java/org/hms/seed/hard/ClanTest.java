package org.hms.seed.hard;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.seed.people.Ages;
import org.hms.seed.people.Seeds;
import org.hms.seed.people.Territory;
import org.junit.jupiter.api.Test;

class ClanTest {

    private static final int CLANS = 3_000;
    private static final List<List<Kin>> ALL = clans();

    private static List<List<Kin>> clans() {
        var territory = new Territory();
        var numbers = new Numbers();
        return IntStream.range(0, CLANS)
                .mapToObj(number -> Clan.next(territory, numbers, Seeds.of(3, number)))
                .toList();
    }

    @Test
    void twinsShareSurnamesMotherAndBirthDateButNotTheGivenNames() {
        var people = ALL.stream().mapToInt(List::size).sum();
        var twins = ALL.stream()
                .flatMap(clan -> clan.stream()
                        .collect(groupingBy(kin -> List.of(
                                kin.birth(), kin.mother().name(), kin.name().family())))
                        .values()
                        .stream())
                .filter(siblings -> siblings.size() == 2)
                .toList();

        assertThat((double) twins.size() / people).isBetween(0.004, 0.02);
        assertThat(twins)
                .allSatisfy(two -> assertThat(two.getFirst().name().given())
                        .isNotEqualTo(two.getLast().name().given()));
    }

    @Test
    void someSonsBearTheirFathersNames() {
        assertThat(ALL)
                .anySatisfy(clan -> assertThat(clan)
                        .anySatisfy(son -> assertThat(clan).anySatisfy(father -> {
                            assertThat(father.age()).isGreaterThan(son.age() + 14);
                            assertThat(father.name().given())
                                    .isEqualTo(son.name().given());
                            assertThat(father.firstSurname()).isEqualTo(son.firstSurname());
                        })));
    }

    @Test
    void noTwoPeopleHaveOneCedula() {
        assertThat(ALL.stream()
                        .flatMap(List::stream)
                        .map(kin -> kin.papers().cedula())
                        .filter(Objects::nonNull))
                .doesNotHaveDuplicates()
                .allMatch(cedula -> cedula.length() == 8 && cedula.charAt(0) >= '2');
    }

    @Test
    void aFewSiblingsHaveNeighbouringCedulas() {
        var numbers = ALL.stream()
                .flatMap(List::stream)
                .map(kin -> kin.papers().cedula())
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .collect(Collectors.toSet());

        assertThat(numbers.stream().filter(number -> numbers.contains(number + 1)))
                .hasSizeBetween(numbers.size() / 200, numbers.size() / 8);
    }

    @Test
    void nobodyIsBornInTheFutureOrOlderThanAnybody() {
        assertThat(ALL.stream().flatMap(List::stream))
                .allSatisfy(kin ->
                        assertThat(kin.birth()).isBeforeOrEqualTo(Ages.TODAY).isAfter(Ages.TODAY.minusYears(101)));
    }
}
