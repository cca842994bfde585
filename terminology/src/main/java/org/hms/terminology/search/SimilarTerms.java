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
    /** A slip changes at most two of the letters that occur. */
    private static final int LETTERS_A_SLIP_CHANGES = 2;

    private record Bucket(char first, int length) {}

    private record Entry(long letters, IndexedTerm term) {}

    private final Map<Bucket, List<Entry>> buckets = new HashMap<>();

    SimilarTerms(List<IndexedTerm> terms) {
        for (var term : terms) {
            if (!term.compact().isEmpty()) {
                var bucket = new Bucket(term.compact().charAt(0), term.compact().length());
                buckets.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(new Entry(letters(term.compact()), term));
            }
        }
    }

    /** The designations with the same first letter whose compact form differs by at most that many letters. */
    List<IndexedTerm> find(String key, int edits) {
        var found = new ArrayList<IndexedTerm>();
        var letters = letters(key);
        for (var length = key.length() - edits; length <= key.length() + edits; length++) {
            for (var entry : buckets.getOrDefault(new Bucket(key.charAt(0), length), List.of())) {
                if (Long.bitCount(letters ^ entry.letters()) <= LETTERS_A_SLIP_CHANGES * edits
                        && EditDistance.between(key, entry.term().compact()) <= edits) {
                    found.add(entry.term());
                }
            }
        }
        return found;
    }

    private static long letters(String text) {
        var letters = 0L;
        for (var at = 0; at < text.length(); at++) {
            letters |= 1L << (text.charAt(at) & 63);
        }
        return letters;
    }
}
