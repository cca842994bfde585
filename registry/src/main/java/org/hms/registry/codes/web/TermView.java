package org.hms.registry.codes.web;

import java.util.List;
import org.hms.terminology.search.TermHit;
import org.hms.terminology.search.TermMatch;

/**
 * A concept that was found, how sure (0 to 1), why, and its codes. Where {@code referOrConfirm} is set, the codes are
 * hints: the illness is one a community knows and a classification does not.
 */
public record TermView(
        String conceptId,
        String preferredTerm,
        String language,
        double score,
        Matched matched,
        List<MappingView> mappings,
        String category,
        boolean referOrConfirm,
        String reviewStatus,
        String confidence) {
    public TermView {
        mappings = List.copyOf(mappings);
    }

    /**
     * Why it was found: which designation of which concept (one of another language may equal the one found), through
     * which field of the index, in which way, and which of the words typed it accounts for.
     */
    public record Matched(
            String conceptId,
            String text,
            String language,
            String kind,
            String field,
            List<String> words,
            boolean ambiguous,
            boolean negated) {
        public Matched {
            words = List.copyOf(words);
        }

        static Matched of(TermMatch match) {
            return new Matched(
                    match.conceptId(),
                    match.text(),
                    match.language(),
                    match.kind().word(),
                    match.field(),
                    match.words(),
                    match.ambiguous(),
                    match.negated());
        }
    }

    static TermView of(TermHit hit) {
        return new TermView(
                hit.conceptId(),
                hit.preferredTerm(),
                hit.language(),
                hit.score(),
                Matched.of(hit.matched()),
                hit.mappings().stream()
                        .map(mapping -> MappingView.of(mapping.target(), mapping.relation(), mapping.evidence()))
                        .toList(),
                hit.category(),
                hit.referOrConfirm(),
                hit.reviewStatus().word(),
                hit.confidence().word());
    }
}
