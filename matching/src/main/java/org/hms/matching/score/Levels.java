package org.hms.matching.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The names of the levels as the model file writes them: first-equal-second-fuzzy. */
final class Levels {
    private Levels() {}

    static <E extends Enum<E>> List<String> names(Class<E> levels) {
        return Arrays.stream(levels.getEnumConstants())
                .map(level -> level.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
