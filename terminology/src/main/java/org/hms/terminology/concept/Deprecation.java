package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/** A concept is no longer to be used, for this reason; another may take its place. */
public record Deprecation(String reason, @Nullable String replacedBy) {}
