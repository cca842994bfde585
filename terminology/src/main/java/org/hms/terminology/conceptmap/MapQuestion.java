package org.hms.terminology.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code to translate: from its system, towards another where one is named. Backwards, the code is of the system a map
 * leads to, and what is mapped to it is wanted. The dependencies are what else is known of the case.
 */
public record MapQuestion(
        String system,
        @Nullable String version,
        String code,
        @Nullable String otherSystem,
        @Nullable String otherScope,
        boolean backwards,
        List<MapTarget.Attribute> dependencies) {
    public MapQuestion {
        dependencies = List.copyOf(dependencies);
    }
}
