package org.hms.registry.editorial;

import java.util.List;
import java.util.Map;

/** The comparisons of a concept's labels with a code's texts, and their levels from the strongest agreement down. */
final class LabelLevels {
    static final String LABEL = "label";
    static final String KIND = "kind";

    private LabelLevels() {}

    /** All words of both; all but for spelling or root; the text says one word more, or more; the label does; some words. */
    enum Label {
        EXACT,
        NEARLY,
        ONE_MORE,
        MORE,
        LESS,
        SOME,
        ELSE
    }

    /** Whether the code's chapter is one for concepts of this category. */
    enum Kind {
        FITS,
        ELSE
    }

    static Map<String, List<? extends Enum<?>>> all() {
        return Map.of(LABEL, List.of(Label.values()), KIND, List.of(Kind.values()));
    }
}
