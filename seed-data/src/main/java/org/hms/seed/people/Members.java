package org.hms.seed.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hms.seed.names.Sex;

/** The members of one family as they are found, each with a truth id, documents and a phone. */
final class Members {

    private static final double OWN_PHONE = 0.7;
    private static final int PHONE_AGE = 15;

    private final int family;
    private final Documents documents;
    private final String familyPhone;
    private final RandomGenerator random;
    private final List<Person> people = new ArrayList<>();
    private int places;

    Members(int family, Documents documents, String familyPhone, RandomGenerator random) {
        this.family = family;
        this.documents = documents;
        this.familyPhone = familyPhone;
        this.random = random;
    }

    /** A member with a document of their own where they hold one. */
    void add(Sex sex, SyntheticName name, Person.Birth birth) {
        add(sex, name, birth, papers(birth.date()));
    }

    void add(Sex sex, SyntheticName name, Person.Birth birth, Person.Papers papers) {
        var adult = Ages.TODAY.getYear() - birth.date().getYear() >= PHONE_AGE;
        people.add(new Person(
                "F" + SyntheticNumbers.digits(family, 7) + "-" + (people.size() + 1),
                sex,
                name,
                birth,
                Ages.death(birth.date(), random),
                papers,
                adult && random.nextDouble() < OWN_PHONE ? SyntheticNumbers.phone(random) : familyPhone));
    }

    /** The documents of the next person of the family, member or not. */
    Person.Papers papers(LocalDate born) {
        return documents.draw(places++, born.getYear(), random);
    }

    int places() {
        return places;
    }

    List<Person> list() {
        return people;
    }
}
