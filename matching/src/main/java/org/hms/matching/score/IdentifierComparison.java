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
public final class IdentifierComparison implements Comparison {
    public static final String NAME = "identifiers";
    private static final int LONG_ENOUGH_TO_MISTYPE = 6;

    enum Level {
        SAME,
        ONE_EDIT,
        CONFLICT
    }

    private final Levels levels;
    private final Set<String> personalSystems;

    IdentifierComparison(List<ComparisonLevel> levels, Set<String> personalSystems) {
        this.levels = new Levels(NAME, levels);
        this.personalSystems = Set.copyOf(personalSystems);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ComparisonLevel> levels() {
        return levels.all();
    }

    /** The systems in which a person has one number. */
    public Set<String> personalSystems() {
        return personalSystems;
    }

    /** The best that any system says: an agreement in one goes before a conflict in another. */
    @Override
    public Evidence compare(ComparablePerson left, ComparablePerson right) {
        var best = levels.missing();
        for (int i = 0; i < left.identifiers().size(); i++) {
            for (int j = 0; j < right.identifiers().size(); j++) {
                var a = left.identifiers().get(i);
                var b = right.identifiers().get(j);
                if (a.system().equals(b.system())) {
                    var evidence = compare(a, b);
                    best = !best.speaks() || evidence.speaks() && evidence.weight() > best.weight() ? evidence : best;
                }
            }
        }
        return best;
    }

    private Evidence compare(Identifier a, Identifier b) {
        if (a.value().equals(b.value())) {
            return levels.at(Level.SAME);
        }
        if (!personalSystems.contains(a.system())) {
            return levels.missing();
        }
        boolean mistyped = Math.min(a.value().length(), b.value().length()) >= LONG_ENOUGH_TO_MISTYPE
                && EditDistance.atMostOne(a.value(), b.value());
        return levels.at(mistyped ? Level.ONE_EDIT : Level.CONFLICT);
    }
}
