package org.hms.registry.editorial;

import java.time.LocalDate;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingReview;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping that nobody here thought of says for itself: its justification (a semapv CURIE), its author, how well it is
 * attested, who confirmed it where it comes from, and the tool that found it with the score it gave, 0 to 1.
 */
public record StatedEvidence(
        String justification,
        String author,
        Confidence confidence,
        @Nullable String reviewer,
        @Nullable LocalDate reviewed,
        @Nullable String tool,
        @Nullable Double score) {

    static StatedEvidence of(MappingEvidence evidence) {
        var review = evidence.review();
        return new StatedEvidence(
                evidence.justification(),
                evidence.author(),
                evidence.confidence(),
                review == null ? null : review.reviewer(),
                review == null ? null : review.date(),
                review == null ? null : review.tool(),
                null);
    }

    /** The mapping as it was stated, with the review it had. */
    static ConceptMapping toMapping(Change.NewMapping mapping, StatedEvidence stated) {
        var review = stated.reviewer() == null || stated.reviewed() == null
                ? null
                : new MappingReview(stated.reviewer(), stated.reviewed(), stated.tool());
        return new ConceptMapping(
                mapping.concept(),
                mapping.target(),
                mapping.relation(),
                new MappingEvidence(
                        stated.justification(),
                        stated.author(),
                        mapping.source(),
                        stated.confidence(),
                        mapping.comment(),
                        review));
    }

    static Change.NewMapping toChange(ConceptMapping mapping) {
        var evidence = mapping.evidence();
        return new Change.NewMapping(
                mapping.conceptId(),
                mapping.target().system(),
                mapping.target().code(),
                mapping.relation(),
                evidence.source(),
                evidence.comment(),
                of(evidence));
    }
}
