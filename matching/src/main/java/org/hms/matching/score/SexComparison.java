package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Sex;

/** Administrative sex; other and unknown say nothing. */
public final class SexComparison extends Comparison<Sex> {
    public static final String NAME = "sex";

    enum Level {
        EQUAL,
        ELSE
    }

    SexComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<Sex> values(ComparablePerson person) {
        var sex = person.demographics().sex();
        return sex == Sex.FEMALE || sex == Sex.MALE ? List.of(sex) : List.of();
    }

    @Override
    public QuickLevels quick(List<Sex> values) {
        return (a, b) -> Level.ELSE.ordinal();
    }

    @Override
    public int level(Sex a, Sex b) {
        return (a == b ? Level.EQUAL : Level.ELSE).ordinal();
    }
}
