package org.hms.matching.score;

import java.util.ArrayList;
import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.normalise.Words;

/**
 * Whether the given name stands where the surname belongs and the other way round. It is asked only of names that have
 * nothing in common otherwise, so its m and u are shares of these.
 */
public final class NameOrderComparison extends Comparison<ComparableName> {
    public static final String NAME = "name-order";

    enum Level {
        CHANGED_OVER,
        ELSE
    }

    NameOrderComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<ComparableName> values(ComparablePerson person) {
        var values = new ArrayList<ComparableName>(person.names().size());
        for (var name : person.names()) {
            if (!name.given().isEmpty() && !name.family().isEmpty()) {
                values.add(name);
            }
        }
        return values;
    }

    @Override
    public int level(ComparableName a, ComparableName b) {
        boolean nothingInCommon = GivenNameComparison.levelOf(a.given(), b.given()) == GivenNameComparison.Level.ELSE
                && SurnamesComparison.levelOf(a, b) == SurnamesComparison.Level.ELSE;
        return nothingInCommon ? levelOfUnlike(a.given(), a.family(), b.given(), b.family()) : SILENT;
    }

    /** Whether the other comparisons' levels leave this one anything to ask. */
    public static boolean isAskedAfter(int givenLevel, int surnamesLevel) {
        return givenLevel == GivenNameComparison.ELSE && surnamesLevel == SurnamesComparison.ELSE;
    }

    /** The level of two names of which it is known that given names and surnames differ. */
    public static int levelOfUnlike(Words givenA, Words familyA, Words givenB, Words familyB) {
        boolean changed = alike(givenA, familyB) && alike(familyA, givenB);
        return (changed ? Level.CHANGED_OVER : Level.ELSE).ordinal();
    }

    /** A given name may have a second and a person two surnames; one of each is enough here. */
    private static boolean alike(Words given, Words family) {
        for (int i = 0; i < given.each().size(); i++) {
            for (int j = 0; j < family.each().size(); j++) {
                var a = given.each().get(i);
                var b = family.each().get(j);
                if (SurnamesComparison.alike(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }
}
