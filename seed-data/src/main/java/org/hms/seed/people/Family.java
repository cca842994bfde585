package org.hms.seed.people;

import java.util.List;

/**
 * A family: those of its members whom the sources know, the home and the phone they share, and what cover they have.
 *
 * @param ordinals how many people of the family hold identity numbers, its members and an unknown mother
 */
record Family(int number, Background background, String phone, List<Person> members, int ordinals) {
    Family {
        members = List.copyOf(members);
    }
}
