package org.hms.terminology.concept;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who confirmed a mapping and when, and the tool that proposed it, if one did. */
public record MappingReview(
        String reviewer, LocalDate date, @Nullable String tool) {}
