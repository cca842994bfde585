package org.hms.terminology.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One mapping: the equivalence is R4's word for what the target is to the source; unmatched ones have no target. */
public record MapTarget(
        String sourceCode,
        @Nullable String sourceDisplay,
        @Nullable String targetCode,
        @Nullable String targetDisplay,
        String equivalence,
        @Nullable String comment,
        List<Attribute> dependsOn,
        List<Attribute> product) {
    public MapTarget {
        dependsOn = List.copyOf(dependsOn);
        product = List.copyOf(product);
    }

    /** What else must hold for the mapping, or comes out of it. */
    public record Attribute(
            String property,
            @Nullable String system,
            String value,
            @Nullable String display) {}
}
