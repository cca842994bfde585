package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparableName;
import org.hms.matching.normalise.ComparablePerson;

/** The mother's name; brothers and sisters share it, so its u is theirs rather than that of strangers. */
public final class MotherComparison extends Comparison<ComparableName> {
    public static final String NAME = "mother";

    enum Level {
        EQUAL,
        SIMILAR,
        ELSE
    }

    MotherComparison(LevelList levels) {
        super(NAME, levels);
    }

    @Override
    public List<ComparableName> values(ComparablePerson person) {
        var mother = person.mother();
        return mother == null || mother.given().isEmpty() ? List.of() : List.of(mother);
    }

    @Override
    public int level(ComparableName a, ComparableName b) {
        return levelOf(a, b).ordinal();
    }

    @Override
    public QuickLevels quick(List<ComparableName> values) {
        var given =
                QuickGivenNames.of(values.stream().map(ComparableName::given).toList());
        return (a, b) -> given.level(a, b) == GivenNameComparison.ELSE ? Level.ELSE.ordinal() : QuickLevels.UNKNOWN;
    }

    private static Level levelOf(ComparableName a, ComparableName b) {
        var given = GivenNameComparison.levelOf(a.given(), b.given());
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
