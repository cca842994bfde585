package org.hms.seed.hard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hms.seed.hard.Kin.Household;
import org.hms.seed.hard.Kin.Mother;
import org.hms.seed.hard.Kin.Papers;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;
import org.hms.seed.names.Tradition;
import org.hms.seed.people.Ages;
import org.hms.seed.people.Background;
import org.hms.seed.people.SyntheticName;
import org.hms.seed.people.Territory;
import org.jspecify.annotations.Nullable;

/** Three generations: a couple, its children, and theirs, who are cousins; those of them whom the sources know. */
final class Clan {

    private static final double TWINS = 0.012;
    private static final double TWINS_OF_ONE_SEX = 0.65;
    private static final double REGISTERED_TOGETHER = 0.10;
    private static final double TWINS_REGISTERED_TOGETHER = 0.4;
    private static final double MOTHER_ALONE = 0.12;
    private static final double MARRIED = 0.55;
    private static final double HAS_CHILDREN = 0.65;
    private static final double LARGE_FAMILIES = 0.4;
    private static final double ONE_MORE_CHILD = 0.5;
    private static final double ONE_MORE_IN_LARGE = 0.87;
    private static final int MOST_CHILDREN = 10;
    private static final double STAYS_WITH_PARENTS = 0.3;
    private static final double MOVES_FAR = 0.3;
    private static final double OWN_PHONE = 0.9;
    private static final double ELDER_KNOWN = 0.5;
    private static final double SPOUSE_KNOWN = 0.6;
    private static final double CHILD_KNOWN = 0.9;
    private static final int OLDEST = 99;
    private static final int PHONE_AGE = 15;
    private static final int LEAVES_HOME = 25;

    private record Couple(Kin father, Kin mother, boolean motherAlone, Household household) {}

    private final NameBook names = NameBook.shipped();
    private final Territory territory;
    private final Numbers numbers;
    private final SplittableRandom random;
    private final Background background;
    private final GivenNameChoice given;
    private final double oneMore;
    private final List<Kin> known = new ArrayList<>();

    private Clan(Territory territory, Numbers numbers, SplittableRandom random) {
        this.territory = territory;
        this.numbers = numbers;
        this.random = random;
        background = Background.draw(territory, random);
        oneMore = random.nextDouble() < LARGE_FAMILIES ? ONE_MORE_IN_LARGE : ONE_MORE_CHILD;
        given = new GivenNameChoice(names, background.tradition(), random);
    }

    /** The members of the next clan whom the sources know. */
    static List<Kin> next(Territory territory, Numbers numbers, SplittableRandom random) {
        var clan = new Clan(territory, numbers, random);
        clan.populate();
        return clan.known;
    }

    private void populate() {
        var parentBorn = Ages.motherOf(Ages.birthDate(random), random);
        var elderBorn = Ages.motherOf(parentBorn, random);
        var household = new Household(background.home(), Numbers.phone(random));
        var grandmother = outsider(Sex.FEMALE, elderBorn, household);
        var grandfather = outsider(Sex.MALE, Ages.fatherOf(elderBorn, random), household);
        var elders = couple(grandfather, grandmother, household);
        know(elders.father(), ELDER_KNOWN);
        know(elders.mother(), ELDER_KNOWN);
        for (var child : children(elders, parentBorn)) {
            if (child.age() > 17 && random.nextDouble() < HAS_CHILDREN) {
                family(child);
            } else {
                know(grown(child), CHILD_KNOWN);
            }
        }
    }

    /** One of the elders' children with a wife or husband of another family, and their children. */
    private void family(Kin child) {
        var household = random.nextDouble() < STAYS_WITH_PARENTS ? child.household() : otherHousehold(child);
        var own = child.movedTo(household);
        var male = own.sex() == Sex.MALE;
        var spouseBorn = own.birth().plusDays((long) (random.nextGaussian(male ? 2.5 : -2.5, 4) * 365.25));
        var spouse = outsider(own.sex().other(), earlier(spouseBorn, Ages.TODAY.minusYears(16)), household);
        var couple = male ? couple(own, spouse, household) : couple(spouse, own, household);
        know(couple.father(), male ? CHILD_KNOWN : SPOUSE_KNOWN);
        know(couple.mother(), male ? SPOUSE_KNOWN : CHILD_KNOWN);
        var first = Ages.childOf(couple.mother().birth(), random);
        if (!first.isAfter(Ages.TODAY)) {
            children(couple, first).forEach(grandchild -> know(grown(grandchild), CHILD_KNOWN));
        }
    }

    private List<Kin> children(Couple couple, LocalDate first) {
        var children = new ArrayList<Kin>();
        for (var day : births(first, couple.mother().birth())) {
            var sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
            var parent = sex == Sex.MALE ? couple.father() : couple.mother();
            var siblings = children.stream()
                    .filter(sibling -> sibling.sex() == sex)
                    .map(sibling -> sibling.name().given())
                    .toList();
            var beside = random.nextDouble() < REGISTERED_TOGETHER && !children.isEmpty() ? children.getLast() : null;
            var names = given.ofChild(sex, day.getYear(), parent.name().given(), siblings);
            var child = child(couple, day, sex, names, beside);
            children.add(child);
            if (random.nextDouble() < TWINS) {
                var sameSex = random.nextDouble() < TWINS_OF_ONE_SEX;
                var other = sameSex ? sex : sex.other();
                children.add(child(
                        couple, day, other, given.ofTwin(other, day.getYear(), names, sameSex), besideTwin(child)));
            }
        }
        return children;
    }

    private @Nullable Kin besideTwin(Kin first) {
        return random.nextDouble() < TWINS_REGISTERED_TOGETHER ? first : null;
    }

    private Kin child(Couple couple, LocalDate day, Sex sex, List<String> given, @Nullable Kin beside) {
        var mother = new Mother(couple.mother().name(), couple.mother().papers().cedula());
        return kin(sex, new SyntheticName(given, surnames(couple), null), day, couple.household(), mother, beside);
    }

    private List<String> surnames(Couple couple) {
        if (couple.motherAlone()) {
            return couple.mother().name().family();
        }
        var father = couple.father().name().family();
        var mother = couple.mother().name().family();
        return background.tradition() == Tradition.BRAZILIAN
                ? List.of(mother.getLast(), father.getLast())
                : List.of(father.getFirst(), mother.getFirst());
    }

    /** A grown child may have left the parents' home, and married. */
    private Kin grown(Kin child) {
        if (child.age() < LEAVES_HOME) {
            return child;
        }
        var lives = random.nextBoolean() ? child.movedTo(otherHousehold(child)) : child;
        return child.sex() == Sex.FEMALE && random.nextDouble() < MARRIED
                ? lives.marriedTo(names.firstSurname(background.tradition(), random))
                : lives;
    }

    private Kin outsider(Sex sex, LocalDate born, Household household) {
        var tradition = background.tradition();
        var family = List.of(names.firstSurname(tradition, random), names.secondSurname(tradition, random));
        var mothersGiven = given.any(Sex.FEMALE, born.getYear() - 26);
        var mothersFamily = List.of(family.getLast(), names.secondSurname(tradition, random));
        var mother = new Mother(new SyntheticName(mothersGiven, mothersFamily, null), null);
        return kin(sex, new SyntheticName(given.any(sex, born.getYear()), family, null), born, household, mother, null);
    }

    private Kin kin(
            Sex sex, SyntheticName name, LocalDate born, Household household, Mother mother, @Nullable Kin beside) {
        var number = numbers.person();
        var age = Ages.TODAY.getYear() - born.getYear();
        var phone = age >= PHONE_AGE && random.nextDouble() < OWN_PHONE ? Numbers.phone(random) : null;
        var papers = new Papers(cedula(number, born, age, beside), phone);
        return new Kin(number, sex, name, born, papers, household, mother);
    }

    private @Nullable String cedula(long number, LocalDate born, int age, @Nullable Kin beside) {
        var share = age >= 18 ? 0.96 : age >= 5 ? 0.7 : 0.35;
        if (random.nextDouble() > (background.indigenous() ? share * 0.55 : share)) {
            return null;
        }
        var next = beside == null ? null : beside.papers().cedula();
        return next == null || (next.charAt(next.length() - 1) & 1) == 1
                ? numbers.cedula(number, born.getYear())
                : numbers.beside(number, next);
    }

    private Couple couple(Kin father, Kin mother, Household household) {
        var alone = random.nextDouble() < MOTHER_ALONE;
        var married = !alone && random.nextDouble() < MARRIED;
        return new Couple(father, married ? mother.marriedTo(father.firstSurname()) : mother, alone, household);
    }

    private Household otherHousehold(Kin kin) {
        var old = kin.household().home();
        return new Household(random.nextDouble() < MOVES_FAR ? territory.draw(random) : old, Numbers.phone(random));
    }

    /** Births of one mother, a year or more apart, none in the future. */
    private List<LocalDate> births(LocalDate first, LocalDate mother) {
        var births = new TreeSet<LocalDate>();
        births.add(first);
        while (births.size() < MOST_CHILDREN && random.nextDouble() < oneMore) {
            var day = Ages.childOf(mother, random);
            if (births.subSet(day.minusYears(1), day.plusYears(1)).isEmpty() && !day.isAfter(Ages.TODAY)) {
                births.add(day);
            }
        }
        return List.copyOf(births);
    }

    private void know(Kin kin, double chance) {
        if (kin.age() <= OLDEST && random.nextDouble() < chance) {
            known.add(kin);
        }
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
