package org.hms.terminology.translate;

import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.search.TermMatch;
import org.jspecify.annotations.Nullable;

/**
 * A code that the source maps to. The relation says what this code is to the source and is never better than what was
 * curated; the score is how surely the source was understood (1 where a code was asked about); {@code matched} tells how
 * words were understood. Where {@code referOrConfirm} is set, the code is a hint and no answer.
 */
public record TranslatedCode(
        Coding source,
        Coding target,
        MappingRelation relation,
        MappingEvidence evidence,
        double score,
        @Nullable TermMatch matched,
        boolean referOrConfirm) {

    boolean isAnswer() {
        return !referOrConfirm && relation != MappingRelation.NO_MATCH;
    }

    public TranslatedCode withTarget(Coding newTarget) {
        return new TranslatedCode(source, newTarget, relation, evidence, score, matched, referOrConfirm);
    }
}
