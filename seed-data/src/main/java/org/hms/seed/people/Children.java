package org.hms.seed.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.jspecify.annotations.Nullable;

/** Names the children of two parents and adds them to the family. */
final class Children {

    private static final double NAMED_AS_FATHER = 0.06;
    private static final double TWINS_OF_ONE_SEX = 0.65;
    private static final double TWINS_SHARE_A_NAME = 0.2;
    private static final double MARRIED = 0.35;
    private static final int MARRIAGE_AGE = 24;

    private final NameBook names;
    private final Parents parents;
    private final @Nullable String motherCedula;
    private final Members members;
    private final RandomGenerator random;

    Children(NameBook names, Parents parents, @Nullable String motherCedula, Members members, RandomGenerator random) {
        this.names = names;
        this.parents = parents;
        this.motherCedula = motherCedula;
        this.members = members;
        this.random = random;
    }

    void add(LocalDate day) {
        var sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        var asFather = sex == Sex.MALE && random.nextDouble() < NAMED_AS_FATHER;
        add(day, null, sex, asFather ? parents.father().given() : given(sex, day));
    }

    /** Two children of one day, in order; the names of some begin alike. */
    void addTwins(LocalDate day) {
        var sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
        var alike = random.nextDouble() < TWINS_OF_ONE_SEX;
        var first = given(sex, day);
        var second = given(alike ? sex : sex.other(), day);
        if (alike && random.nextDouble() < TWINS_SHARE_A_NAME) {
            second = beginningAlike(first, second);
        } else if (second.equals(first)) {
            second = List.of(second.getFirst(), "Segundo");
        }
        add(day, 1, sex, first);
        add(day, 2, alike ? sex : sex.other(), second);
    }

    private static List<String> beginningAlike(List<String> first, List<String> second) {
        var names = new ArrayList<String>();
        names.add(first.getFirst());
        second.stream().filter(name -> !first.contains(name)).limit(1).forEach(names::add);
        return names.size() > 1 || first.size() > 1 ? List.copyOf(names) : List.of(first.getFirst(), "Segundo");
    }

    private void add(LocalDate day, @Nullable Integer order, Sex sex, List<String> given) {
        var name = new SyntheticName(given, parents.childrensFamily(), sex == Sex.FEMALE ? husband(day) : null);
        members.add(sex, name, new Person.Birth(day, order, parents.mother(), motherCedula));
    }

    private List<String> given(Sex sex, LocalDate day) {
        return names.givenNames(parents.tradition(), sex, day.getYear(), random);
    }

    private @Nullable String husband(LocalDate born) {
        var adult = born.isBefore(Ages.TODAY.minusYears(MARRIAGE_AGE));
        return adult && random.nextDouble() < MARRIED ? names.firstSurname(parents.tradition(), random) : null;
    }
}
