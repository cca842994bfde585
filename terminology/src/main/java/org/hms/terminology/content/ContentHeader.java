package org.hms.terminology.content;

import org.jspecify.annotations.Nullable;

/** What a version of a code system says about itself. */
public record ContentHeader(
        String url,
        @Nullable String version,
        @Nullable String name,
        @Nullable String title,
        @Nullable String language,
        String contentMode,
        boolean caseSensitive,
        @Nullable String valueSet) {}
