package org.hms.seed.people;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.hms.seed.names.NameBook;
import org.hms.seed.names.Sex;

/**
 * Makes families. The family of a number is always the same for a seed, whatever families are made before it; only its
 * identity numbers follow from how many people come before.
 */
final class Families {

    private static final double MOTHER_KNOWN = 0.22;
    private static final double FATHER_KNOWN = 0.16;
    private static final double TWINS = 0.012;
    private static final double ONE_MORE_CHILD = 0.55;
    private static final int MOST_CHILDREN = 6;
    private static final int OLDEST = 100;

    private final long seed;
    private final NameBook names = NameBook.shipped();
    private final Territory territory = new Territory();

    Families(long seed) {
        this.seed = seed;
    }

    Territory territory() {
        return territory;
    }

    /** @param firstOrdinal how many people the families of lower numbers have */
    Family family(int number, int firstOrdinal) {
        var random = Seeds.of(seed, number);
        var background = Background.draw(territory, random);
        var phone = SyntheticNumbers.phone(random);
        var members = new Members(number, new Documents(background, firstOrdinal), phone, random);
        populate(members, background, random);
        return new Family(number, background, phone, members.list(), members.places());
    }

    private void populate(Members members, Background background, SplittableRandom random) {
        var firstBirth = Ages.birthDate(random);
        var parents = Parents.draw(names, background.tradition(), Ages.motherOf(firstBirth, random), random);
        var motherPapers = members.papers(parents.motherBorn());
        if (known(parents.motherBorn(), MOTHER_KNOWN, random)) {
            members.add(
                    Sex.FEMALE,
                    parents.mother(),
                    birth(parents, parents.mother(), parents.motherBorn(), random),
                    motherPapers);
        }
        if (known(parents.fatherBorn(), FATHER_KNOWN, random)) {
            members.add(Sex.MALE, parents.father(), birth(parents, parents.father(), parents.fatherBorn(), random));
        }
        var children = new Children(names, parents, motherPapers.cedula(), members, random);
        for (var day : births(firstBirth, parents.motherBorn(), random)) {
            if (random.nextDouble() < TWINS) {
                children.addTwins(day);
            } else {
                children.add(day);
            }
        }
    }

    private Person.Birth birth(Parents parents, SyntheticName parent, LocalDate born, SplittableRandom random) {
        return new Person.Birth(born, null, parents.motherOf(parent, born, names, random), null);
    }

    /** Births of one mother, a year or more apart, none in the future. */
    private static List<LocalDate> births(LocalDate first, LocalDate mother, SplittableRandom random) {
        var births = new TreeSet<LocalDate>();
        births.add(first);
        while (births.size() < MOST_CHILDREN && random.nextDouble() < ONE_MORE_CHILD) {
            var day = Ages.childOf(mother, random);
            var apart = births.subSet(day.minusYears(1), day.plusYears(1)).isEmpty();
            if (apart && !day.isAfter(Ages.TODAY)) {
                births.add(day);
            }
        }
        return List.copyOf(births);
    }

    private static boolean known(LocalDate born, double share, SplittableRandom random) {
        return random.nextDouble() < share && born.isAfter(Ages.TODAY.minusYears(OLDEST));
    }
}
