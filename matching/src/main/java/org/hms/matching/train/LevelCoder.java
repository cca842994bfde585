package org.hms.matching.train;

import java.util.List;
import org.hms.matching.normalise.ComparablePerson;
import org.hms.matching.score.Comparison;
import org.hms.matching.score.ComparisonLevel;

/** Turns two people into their comparison pattern. Thread-safe. */
final class LevelCoder {
    private static final int NONE = -1;

    private final Comparison[] comparisons;
    private final String[][] levels;
    private final int first;

    LevelCoder(List<Comparison> comparisons) {
        this(comparisons, NONE);
    }

    private LevelCoder(List<Comparison> comparisons, int first) {
        this.first = first;
        this.comparisons = comparisons.toArray(Comparison[]::new);
        this.levels = comparisons.stream()
                .map(comparison ->
                        comparison.levels().stream().map(ComparisonLevel::name).toArray(String[]::new))
                .toArray(String[][]::new);
        if (this.comparisons.length > Patterns.MOST_COMPARISONS) {
            throw new IllegalArgumentException("At most " + Patterns.MOST_COMPARISONS + " comparisons can be trained");
        }
        for (var names : levels) {
            if (names.length > Patterns.MOST_LEVELS) {
                throw new IllegalArgumentException("At most " + Patterns.MOST_LEVELS + " levels can be trained");
            }
        }
    }

    /** One that looks at a comparison first, and at the others only if that did not end in its last level. */
    LevelCoder untilElse(int comparison) {
        return new LevelCoder(List.of(comparisons), comparison);
    }

    long pattern(ComparablePerson left, ComparablePerson right) {
        if (first == NONE) {
            return pattern(left, right, 0);
        }
        long pattern = add(0, first, left, right);
        boolean otherwise = Patterns.level(pattern, first) == levels[first].length - 1;
        return otherwise ? pattern : pattern(left, right, pattern);
    }

    private long pattern(ComparablePerson left, ComparablePerson right, long begun) {
        long pattern = begun;
        for (int i = 0; i < comparisons.length; i++) {
            pattern = i == first ? pattern : add(pattern, i, left, right);
        }
        return pattern;
    }

    private long add(long pattern, int comparison, ComparablePerson left, ComparablePerson right) {
        var evidence = comparisons[comparison].compare(left, right);
        return evidence.speaks()
                ? Patterns.put(pattern, comparison, position(levels[comparison], evidence.level()))
                : pattern;
    }

    private static int position(String[] names, String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("A comparison answered with a level it does not have: " + name);
    }
}
