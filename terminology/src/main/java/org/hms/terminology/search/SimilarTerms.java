package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The designations by first letter and length, so that those a slip or two away from a key are found by comparing with a
 * handful. For some thousands of designations that is an order faster than building a Levenshtein automaton for each key.
 */
final class SimilarTerms {
    private record Bucket(char first, int length) {}

    private final Map<Bucket, List<IndexedTerm>> buckets = new HashMap<>();

    SimilarTerms(List<IndexedTerm> terms) {
        for (var term : terms) {
            if (!term.compact().isEmpty()) {
                var bucket = new Bucket(term.compact().charAt(0), term.compact().length());
                buckets.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(term);
            }
        }
    }

    /** The designations with the same first letter whose compact form differs by at most that many letters. */
    List<IndexedTerm> find(String key, int edits) {
        var found = new ArrayList<IndexedTerm>();
        for (var length = key.length() - edits; length <= key.length() + edits; length++) {
            for (var term : buckets.getOrDefault(new Bucket(key.charAt(0), length), List.of())) {
                if (EditDistance.between(key, term.compact()) <= edits) {
                    found.add(term);
                }
            }
        }
        return found;
    }
}
