package org.hms.terminology.rdf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who published a version when, the version it was made from, and the changes between, one sentence each. */
public record Publication(
        String publisher, Instant at, @Nullable String previousVersionUri, List<String> changes) {
    public Publication {
        changes = List.copyOf(changes);
    }
}
