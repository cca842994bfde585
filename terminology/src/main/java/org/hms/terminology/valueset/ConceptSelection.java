package org.hms.terminology.valueset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One include or exclude: codes of a system that are listed or filtered, and that stand in all the value sets named. */
public record ConceptSelection(
        @Nullable String system,
        @Nullable String version,
        List<ConceptReference> concepts,
        List<ConceptFilter> filters,
        List<String> valueSets) {
    public ConceptSelection {
        concepts = List.copyOf(concepts);
        filters = List.copyOf(filters);
        valueSets = List.copyOf(valueSets);
    }

    /** All codes of a version of a system. */
    public static ConceptSelection wholeSystem(String system, @Nullable String version) {
        return new ConceptSelection(system, version, List.of(), List.of(), List.of());
    }

    public boolean isWholeSystem() {
        return concepts.isEmpty() && filters.isEmpty();
    }
}
