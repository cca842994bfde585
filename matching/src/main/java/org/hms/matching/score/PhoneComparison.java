package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** Telephone numbers: families share them and people change them, so they say little either way. */
public final class PhoneComparison extends Comparison<String> {
    public static final String NAME = "phone";

    enum Level {
        EQUAL,
        ELSE
    }

    PhoneComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<String> values(ComparablePerson person) {
        return person.phones();
    }

    @Override
    public int level(String a, String b) {
        return (a.equals(b) ? Level.EQUAL : Level.ELSE).ordinal();
    }
}
