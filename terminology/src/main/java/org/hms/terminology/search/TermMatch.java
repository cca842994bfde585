package org.hms.terminology.search;

import java.util.List;

/**
 * Why a concept was found: which of its designations, by which field of the index and in which way, and which of the
 * words typed it accounts for. {@code conceptId} is the concept the designation belongs to, which may be one of another
 * language that equals the one found.
 */
public record TermMatch(
        String conceptId,
        String text,
        String language,
        String field,
        MatchKind kind,
        List<String> words,
        boolean ambiguous,
        boolean negated) {
    public TermMatch {
        words = List.copyOf(words);
    }
}
