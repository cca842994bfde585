package org.hms.matching.normalise;

import java.util.List;
import java.util.Map;
import org.hms.matching.person.Demographics;
import org.hms.matching.person.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * A person's demographics made comparable once, so that they can be compared many times. What the source said is kept
 * beside it, unchanged.
 *
 * @param newborn whether the name is a newborn's placeholder ("RN de …"), so that the given name is not known
 * @param attributes what else a file says, folded, by the name of its comparison: place-suburb
 */
public record ComparablePerson(
        Demographics demographics,
        List<ComparableName> names,
        boolean newborn,
        @Nullable ComparableDate birthDate,
        List<Identifier> identifiers,
        List<String> phones,
        @Nullable ComparableName mother,
        Map<String, String> attributes) {
    public ComparablePerson {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
        phones = List.copyOf(phones);
        attributes = Map.copyOf(attributes);
    }

    /** A person of whom nothing is known beyond the demographics. */
    public ComparablePerson(
            Demographics demographics,
            List<ComparableName> names,
            boolean newborn,
            @Nullable ComparableDate birthDate,
            List<Identifier> identifiers,
            List<String> phones,
            @Nullable ComparableName mother) {
        this(demographics, names, newborn, birthDate, identifiers, phones, mother, Map.of());
    }
}
