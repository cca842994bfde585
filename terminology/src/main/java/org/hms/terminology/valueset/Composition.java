package org.hms.terminology.valueset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value set is composed of; inactive codes belong to it unless it says they do not. */
public record Composition(
        List<ConceptSelection> includes,
        List<ConceptSelection> excludes,
        @Nullable Boolean inactive,
        @Nullable String lockedDate) {
    public static final Composition NOTHING = new Composition(List.of(), List.of(), null, null);

    public Composition {
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    public boolean leavesInactiveOut() {
        return Boolean.FALSE.equals(inactive);
    }
}
