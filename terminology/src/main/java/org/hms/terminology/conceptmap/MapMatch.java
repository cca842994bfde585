package org.hms.terminology.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mapping that answers a question; the equivalence says what the answer is to the code that was asked about. */
public record MapMatch(
        String equivalence,
        Side source,
        @Nullable Side target,
        String map,
        @Nullable String comment,
        List<MapTarget.Attribute> product) {

    /** One end of a mapping. */
    public record Side(
            String system,
            @Nullable String version,
            String code,
            @Nullable String display) {}

    /** Whether something was found, be it wider or narrower. */
    public boolean isTranslation() {
        return target != null && !equivalence.equals("unmatched") && !equivalence.equals("disjoint");
    }
}
