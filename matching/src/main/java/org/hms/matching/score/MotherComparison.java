package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;

/** The mother's name; brothers and sisters share it, so its u is theirs rather than that of strangers. */
public final class MotherComparison implements Comparison {
    public static final String NAME = "mother";

    enum Level {
        EQUAL,
        SIMILAR,
        ELSE
    }

    private final Levels levels;

    MotherComparison(List<ComparisonLevel> levels) {
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
        var a = left.mother();
        var b = right.mother();
        if (a == null || b == null || a.given().isEmpty() || b.given().isEmpty()) {
            return levels.missing();
        }
        return levels.at(level(a, b));
    }

    private static Level level(ComparableName a, ComparableName b) {
        var given = GivenNameComparison.level(a.given(), b.given());
        if (given == GivenNameComparison.Level.ELSE) {
            return Level.ELSE;
        }
        boolean equalGiven = given == GivenNameComparison.Level.EXACT || given == GivenNameComparison.Level.UNACCENTED;
        if (a.family().isEmpty() || b.family().isEmpty()) {
            return equalGiven ? Level.SIMILAR : Level.ELSE;
        }
        var first = a.family().first();
        var other = b.family().first();
        if (equalGiven && SurnamesComparison.same(first, other)) {
            return Level.EQUAL;
        }
        boolean related = SurnamesComparison.alike(first, other)
                || a.family().has(other.plain())
                || b.family().has(first.plain());
        return related ? Level.SIMILAR : Level.ELSE;
    }
}
