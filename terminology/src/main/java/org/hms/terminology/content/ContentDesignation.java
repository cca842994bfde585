package org.hms.terminology.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text of a concept: its language (BCP 47), its use as a coding, and what else is said of it. */
public record ContentDesignation(
        @Nullable String language,
        @Nullable String useSystem,
        @Nullable String useCode,
        @Nullable String useDisplay,
        String text,
        List<ContentExtension> extensions) {
    public ContentDesignation {
        extensions = List.copyOf(extensions);
    }

    public ContentDesignation(
            @Nullable String language,
            @Nullable String useSystem,
            @Nullable String useCode,
            @Nullable String useDisplay,
            String text) {
        this(language, useSystem, useCode, useDisplay, text, List.of());
    }
}
