package org.hms.matching.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The levels of one comparison with their evidence made beforehand, so that scoring allocates only for rare names. */
final class Levels {
    private final String comparison;
    private final List<ComparisonLevel> levels;
    private final Evidence[] evidence;
    private final Evidence missing;

    Levels(String comparison, List<ComparisonLevel> levels) {
        this.comparison = comparison;
        this.levels = List.copyOf(levels);
        evidence = levels.stream()
                .map(level -> new Evidence(comparison, level.name(), level.weight(), 0))
                .toArray(Evidence[]::new);
        missing = Evidence.missing(comparison);
    }

    /** The names of the levels as the model file writes them: first-equal-second-fuzzy. */
    static <E extends Enum<E>> List<String> names(Class<E> levels) {
        return Arrays.stream(levels.getEnumConstants())
                .map(level -> level.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    String comparison() {
        return comparison;
    }

    List<ComparisonLevel> all() {
        return levels;
    }

    Evidence missing() {
        return missing;
    }

    Evidence at(Enum<?> level) {
        return evidence[level.ordinal()];
    }

    /** @param bits how much rarer (positive) or more common than usual the agreed name is, see {@link TermFrequencies} */
    Evidence at(Enum<?> level, double bits) {
        var plain = evidence[level.ordinal()];
        double adjustment = levels.get(level.ordinal()).termFrequencyWeight() * bits;
        return adjustment == 0
                ? plain
                : new Evidence(comparison, plain.level(), plain.weight() + adjustment, adjustment);
    }
}
