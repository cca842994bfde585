package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/**
 * A word or phrase for a concept in one language (a BCP 47 tag), with its register (everyday, gloss, technical, taboo)
 * and dialect where known, and its own attestation where it was added later than the concept.
 */
public record Designation(
        String language,
        DesignationUse use,
        @Nullable String register,
        @Nullable String dialect,
        String text,
        @Nullable Attestation attestation) {
    public Designation {
        if (language.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A designation has a language and a text");
        }
    }

    public Designation(
            String language, DesignationUse use, @Nullable String register, @Nullable String dialect, String text) {
        this(language, use, register, dialect, text, null);
    }

    public static Designation of(String language, DesignationUse use, String text) {
        return new Designation(language, use, null, null, text);
    }
}
