package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Sex;

/** Administrative sex; other and unknown say nothing. */
public final class SexComparison implements Comparison {
    public static final String NAME = "sex";

    enum Level {
        EQUAL,
        ELSE
    }

    private final Levels levels;

    SexComparison(List<ComparisonLevel> levels) {
        this.levels = new Levels(NAME, levels);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ComparisonLevel> levels() {
        return levels.all();
    }

    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var a = left.demographics().sex();
        var b = right.demographics().sex();
        if (!speaks(a) || !speaks(b)) {
            return levels.missing();
        }
        return levels.at(a == b ? Level.EQUAL : Level.ELSE);
    }

    private static boolean speaks(Sex sex) {
        return sex == Sex.FEMALE || sex == Sex.MALE;
    }
}
