package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/**
 * Who gave a label and who confirmed it, from which community it comes, and whether its speakers agreed that it is
 * published.
 */
public record Attestation(
        String author,
        String source,
        @Nullable String reviewer,
        @Nullable String community,
        @Nullable String consent) {}
