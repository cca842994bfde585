package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/**
 * A word or phrase for a concept in one language (a BCP 47 tag), with its register (everyday, gloss, technical, taboo)
 * and dialect where known.
 */
public record Designation(
        String language,
        DesignationUse use,
        @Nullable String register,
        @Nullable String dialect,
        String text) {
    public Designation {
        if (language.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A designation has a language and a text");
        }
    }

    public static Designation of(String language, DesignationUse use, String text) {
        return new Designation(language, use, null, null, text);
    }
}
