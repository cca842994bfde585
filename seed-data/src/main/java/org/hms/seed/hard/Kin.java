package org.hms.seed.hard;

import java.time.LocalDate;
import org.hms.seed.names.Sex;
import org.hms.seed.people.Ages;
import org.hms.seed.people.Home;
import org.hms.seed.people.SyntheticName;
import org.jspecify.annotations.Nullable;

/** An invented person among relatives, as they truly are. */
record Kin(
        long number, Sex sex, SyntheticName name, LocalDate birth, Papers papers, Household household, Mother mother) {

    private static final int ADULT = 18;

    /** Where people live together, and the phone they share. */
    record Household(Home home, String phone) {}

    /** The cédula and the phone a person has of their own; children and many indigenous people have neither. */
    record Papers(@Nullable String cedula, @Nullable String phone) {}

    record Mother(SyntheticName name, @Nullable String cedula) {}

    boolean child() {
        return age() < ADULT;
    }

    int age() {
        return Ages.TODAY.getYear() - birth.getYear();
    }

    String firstSurname() {
        return name.family().getFirst();
    }

    Kin marriedTo(String surname) {
        return new Kin(
                number, sex, new SyntheticName(name.given(), name.family(), surname), birth, papers, household, mother);
    }

    Kin movedTo(Household other) {
        return new Kin(number, sex, name, birth, papers, other, mother);
    }
}
