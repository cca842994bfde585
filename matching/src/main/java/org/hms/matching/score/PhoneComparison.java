package org.hms.matching.score;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;

/** Telephone numbers: families share them and people change them, so they say little either way. */
public final class PhoneComparison implements Comparison {
    public static final String NAME = "phone";

    enum Level {
        EQUAL,
        ELSE
    }

    private final Levels levels;

    PhoneComparison(List<ComparisonLevel> levels) {
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
        if (left.phones().isEmpty() || right.phones().isEmpty()) {
            return levels.missing();
        }
        for (int i = 0; i < left.phones().size(); i++) {
            if (right.phones().contains(left.phones().get(i))) {
                return levels.at(Level.EQUAL);
            }
        }
        return levels.at(Level.ELSE);
    }
}
