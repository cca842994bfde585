package org.hms.terminology.search;

import java.util.List;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;

/** A concept that was found, how sure (0 to 1), why, and the codes it is mapped to. */
public record TermHit(
        String conceptId,
        Designation preferred,
        double score,
        TermMatch matched,
        List<ConceptMapping> mappings,
        String category,
        Provenance provenance) {
    /** A best hit below this is no answer. */
    private static final double ANSWER = 0.6;

    public TermHit {
        mappings = List.copyOf(mappings);
    }

    /** Whether it may be taken for what was meant, so that the words are known. */
    public boolean isAnswer() {
        return score >= ANSWER;
    }

    public String preferredTerm() {
        return preferred.text();
    }

    public String language() {
        return preferred.language();
    }

    public Confidence confidence() {
        return provenance.confidence();
    }

    public ReviewStatus reviewStatus() {
        return provenance.reviewStatus();
    }

    /** A folk illness is never coded from its name: a health worker refers the person, or confirms what it is. */
    public boolean referOrConfirm() {
        return category.equals(Concept.FOLK_ILLNESS);
    }

    public TermHit withMappings(List<ConceptMapping> newMappings) {
        return new TermHit(conceptId, preferred, score, matched, newMappings, category, provenance);
    }
}
