package org.hms.terminology.concept;

import org.jspecify.annotations.Nullable;

/**
 * Why a mapping is believed: its justification as a semapv CURIE (SSSOM), its author, the source the author worked from,
 * how well it is attested, what else must be known about it, and who confirmed it.
 */
public record MappingEvidence(
        String justification,
        String author,
        String source,
        Confidence confidence,
        @Nullable String comment,
        @Nullable MappingReview review) {

    /** Words of both sides are alike, {@code semapv:LexicalMatching}. */
    public static final String LEXICAL_MATCHING = "semapv:LexicalMatching";

    /** A person or a team chose the target, {@code semapv:ManualMappingCuration}. */
    public static final String MANUAL_CURATION = "semapv:ManualMappingCuration";

    public MappingEvidence(
            String justification, String author, String source, Confidence confidence, @Nullable String comment) {
        this(justification, author, source, confidence, comment, null);
    }

    public MappingEvidence withComment(String addition) {
        return new MappingEvidence(
                justification,
                author,
                source,
                confidence,
                comment == null ? addition : comment + "; " + addition,
                review);
    }
}
