package org.hms.registry.reconcile;

import java.util.List;
import java.util.Map;

/** The comparisons of two health professionals and their levels, each from the strongest agreement down to anything else. */
final class ProviderLevels {

    static final String NAME = "name";
    static final String LICENCE = "licence";
    static final String SPECIALTY = "specialty";

    private ProviderLevels() {}

    /** All words; all but for spelling or initials; those of one name are among the other's; some; none. */
    enum Name {
        EXACT,
        SPELLING,
        CONTAINED,
        SOME,
        ELSE
    }

    static Map<String, List<? extends Enum<?>>> all() {
        return Map.of(
                NAME, List.of(Name.values()),
                LICENCE, List.of(Levels.Agreement.values()),
                SPECIALTY, List.of(Levels.Agreement.values()));
    }
}
