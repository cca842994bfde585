package org.hms.terminology.translate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether there is a code that answers, all codes found (answers first), and a message where there is no answer. */
public record Translation(
        boolean result,
        List<TranslatedCode> matches,
        @Nullable String message) {
    public Translation {
        matches = List.copyOf(matches);
    }
}
