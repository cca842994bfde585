package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** A text of a concept: its language (BCP 47) and its use as a coding. */
public record ContentDesignation(
        @Nullable String language,
        @Nullable String useSystem,
        @Nullable String useCode,
        @Nullable String useDisplay,
        String text) {}
