package org.hms.terminology.valueset;

import org.jspecify.annotations.Nullable;

/** A code of an expansion that came with a value set. */
public record ListedCode(
        String system,
        @Nullable String version,
        String code,
        @Nullable String display) {}
