package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/** Where a concept's words come from, how well they are attested, and whether anybody has reviewed them. */
public record Provenance(
        String source,
        Confidence confidence,
        ReviewStatus reviewStatus,
        @Nullable String notes) {}
