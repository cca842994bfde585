package org.hms.matching.score;

import java.util.List;
import java.util.Set;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.person.Identifier;
import org.hms.matching.similarity.EditDistance;

/**
 * Identifiers, within one system only. Two numbers of a personal system (cédula, DNI, CPF: one for a person) that differ
 * speak against a match; in any other system a person may well have several.
 */
public final class IdentifierComparison extends Comparison<Identifier> {
    public static final String NAME = "identifiers";
    /** The least length of a number of which one digit may be mistyped. */
    public static final int LONG_ENOUGH_TO_MISTYPE = 6;

    enum Level {
        SAME,
        ONE_EDIT,
        CONFLICT
    }

    private final Set<String> personalSystems;

    IdentifierComparison(LevelList levels, Set<String> personalSystems) {
        super(NAME, levels);
        this.personalSystems = Set.copyOf(personalSystems);
    }

    /** The systems in which a person has one number. */
    public Set<String> personalSystems() {
        return personalSystems;
    }

    @Override
    public List<Identifier> values(ComparablePerson person) {
        return person.identifiers();
    }

    /** Of several identifiers the best counts: an agreement in one system goes before a conflict in another. */
    @Override
    public int level(Identifier a, Identifier b) {
        if (!a.system().equals(b.system())) {
            return SILENT;
        }
        return level(personalSystems.contains(a.system()), a.value(), b.value());
    }

    private static int level(boolean personal, String a, String b) {
        if (a.equals(b)) {
            return Level.SAME.ordinal();
        }
        return levelOfDifferent(
                personal,
                personal && Math.min(a.length(), b.length()) >= LONG_ENOUGH_TO_MISTYPE && EditDistance.atMostOne(a, b));
    }

    /**
     * The level of two values of one system that differ.
     *
     * @param personal whether a person has one number of the system, so that two numbers speak against a match
     * @param mistyped whether both are long and one slip of the pen apart
     */
    public static int levelOfDifferent(boolean personal, boolean mistyped) {
        if (!personal) {
            return SILENT;
        }
        return (mistyped ? Level.ONE_EDIT : Level.CONFLICT).ordinal();
    }
}
