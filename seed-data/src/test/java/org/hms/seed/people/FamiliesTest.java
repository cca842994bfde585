package org.hms.seed.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hms.seed.names.Sex;
import org.hms.seed.names.Tradition;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final List<Family> FAMILIES = families();

    private static List<Family> families() {
        var families = new Families(11);
        return IntStream.range(0, 5_000)
                .mapToObj(number -> families.family(number, number * 20))
                .toList();
    }

    private static List<Person> children(Family family) {
        return family.members().stream()
                .filter(person ->
                        person.name().family().equals(last(family).name().family()))
                .filter(person ->
                        person.birth().mother().equals(last(family).birth().mother()))
                .toList();
    }

    private static Person last(Family family) {
        return family.members().getLast();
    }

    @Test
    void aFamilyIsTheSameWhateverFamiliesAreMadeBeforeIt() {
        assertThat(new Families(11).family(4_321, 4_321 * 20)).isEqualTo(FAMILIES.get(4_321));
    }

    @Test
    void aChildsSecondSurnameIsTheMothersFirst() {
        var withFather = FAMILIES.stream()
                .filter(family -> family.background().tradition() == Tradition.PARAGUAYAN)
                .map(FamiliesTest::last)
                .filter(child ->
                        !child.name().family().equals(child.birth().mother().family()))
                .toList();

        assertThat(withFather)
                .hasSizeGreaterThan(3_000)
                .allMatch(child -> child.name()
                        .family()
                        .get(1)
                        .equals(child.birth().mother().family().getFirst()));
    }

    @Test
    void twinsShareTheDayAndTheMotherButNotTheName() {
        var twins = FAMILIES.stream()
                .flatMap(family -> children(family).stream()
                        .filter(child -> child.birth().order() != null)
                        .collect(Collectors.groupingBy(child -> child.birth().date()))
                        .values()
                        .stream())
                .toList();

        assertThat(twins).hasSizeGreaterThan(50).allSatisfy(pair -> {
            assertThat(pair).hasSize(2);
            assertThat(pair.getFirst().name().given())
                    .isNotEqualTo(pair.getLast().name().given());
            assertThat(pair.getFirst().birth().mother())
                    .isEqualTo(pair.getLast().birth().mother());
        });
    }

    @Test
    void someSonsBearTheirFathersName() {
        var sons =
                FAMILIES.stream().flatMap(family -> namesakes(family).stream()).toList();

        assertThat(sons).isNotEmpty();
    }

    @Test
    void noMemberIsBornAfterToday() {
        assertThat(FAMILIES.stream().flatMap(family -> family.members().stream()))
                .allMatch(person -> !person.birth().date().isAfter(Ages.TODAY));
    }

    @Test
    void aPersonDiesAfterBirth() {
        assertThat(FAMILIES.stream().flatMap(family -> family.members().stream()))
                .filteredOn(person -> person.death() != null)
                .isNotEmpty()
                .allMatch(person -> person.death().isAfter(person.birth().date()));
    }

    @Test
    void fewerChildrenThanAdultsHoldACédula() {
        assertThat(holding(0, 17)).isLessThan(0.75);
        assertThat(holding(18, 99)).isGreaterThan(0.9);
    }

    private static double holding(int from, int to) {
        var people = FAMILIES.stream()
                .flatMap(family -> family.members().stream())
                .filter(person -> person.ageOn(Ages.TODAY) >= from && person.ageOn(Ages.TODAY) <= to)
                .toList();
        return people.stream()
                        .filter(person -> person.papers().cedula() != null)
                        .count()
                / (double) people.size();
    }

    private static List<Person> namesakes(Family family) {
        return family.members().stream()
                .filter(person -> person.sex() == Sex.MALE)
                .filter(person -> family.members().stream()
                        .anyMatch(father -> father.birth()
                                        .date()
                                        .isBefore(person.birth().date().minusYears(14))
                                && father.sex() == Sex.MALE
                                && father.name().given().equals(person.name().given())))
                .toList();
    }
}
