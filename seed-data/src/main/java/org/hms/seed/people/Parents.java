package org.hms.seed.people;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.hms.seed.names.Tradition;

/**
 * The two parents of a family and what their children are called after them: the father's first surname, then the
 * mother's; in Brazilian families the mother's last, then the father's; the mother's two where she is alone.
 */
record Parents(
        Tradition tradition,
        SyntheticName mother,
        LocalDate motherBorn,
        SyntheticName father,
        LocalDate fatherBorn,
        boolean motherAlone) {

    private static final double MOTHER_ALONE = 0.12;
    private static final double MARRIED = 0.55;
    private static final int YEARS_TO_GRANDMOTHER = 27;

    static Parents draw(NameBook names, Tradition tradition, LocalDate motherBorn, RandomGenerator random) {
        var fatherBorn = Ages.fatherOf(motherBorn, random);
        var father = name(names, tradition, Sex.MALE, fatherBorn, random);
        var mother = name(names, tradition, Sex.FEMALE, motherBorn, random);
        var alone = random.nextDouble() < MOTHER_ALONE;
        var married = !alone && random.nextDouble() < MARRIED;
        return new Parents(
                tradition,
                married
                        ? new SyntheticName(
                                mother.given(), mother.family(), father.family().getFirst())
                        : mother,
                motherBorn,
                father,
                fatherBorn,
                alone);
    }

    /** The surnames of their children. */
    List<String> childrensFamily() {
        if (motherAlone) {
            return mother.family();
        }
        return tradition == Tradition.BRAZILIAN
                ? List.of(mother.family().getLast(), father.family().getLast())
                : List.of(father.family().getFirst(), mother.family().getFirst());
    }

    /** The mother of one of the parents, whose surname stands in the parent's name. */
    SyntheticName motherOf(SyntheticName parent, LocalDate born, NameBook names, RandomGenerator random) {
        var given = names.givenNames(
                tradition, Sex.FEMALE, born.minusYears(YEARS_TO_GRANDMOTHER).getYear(), random);
        var other = names.secondSurname(tradition, random);
        return tradition == Tradition.BRAZILIAN
                ? new SyntheticName(given, List.of(other, parent.family().getFirst()), null)
                : new SyntheticName(given, List.of(parent.family().getLast(), other), null);
    }

    private static SyntheticName name(
            NameBook names, Tradition tradition, Sex sex, LocalDate born, RandomGenerator random) {
        return new SyntheticName(
                names.givenNames(tradition, sex, born.getYear(), random),
                List.of(names.firstSurname(tradition, random), names.secondSurname(tradition, random)),
                null);
    }
}
