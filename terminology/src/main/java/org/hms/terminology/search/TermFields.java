package org.hms.terminology.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields under which designations are looked up, each a table from key to designations. A search asks for some hundred
 * keys, which is what hash tables are for.
 */
final class TermFields {
    static final String STRICT = "strict";
    static final String FOLDED = "folded";
    static final String COMPACT = "compact";
    static final String LEGACY = "legacy";
    static final String VOWELS = "vowels";
    static final String PHONETIC = "phonetic";
    static final String EDGE = "edge";
    static final String SPOKEN = "spoken";

    static final int SHORTEST_EDGE = 2;
    private static final int LONGEST_EDGE = 24;

    private final Map<String, List<IndexedTerm>> compact = new HashMap<>();
    private final Map<String, List<IndexedTerm>> legacy = new HashMap<>();
    private final Map<String, List<IndexedTerm>> vowels = new HashMap<>();
    private final Map<String, List<IndexedTerm>> phonetic = new HashMap<>();
    private final Map<String, List<IndexedTerm>> edge = new HashMap<>();
    private final Map<String, List<IndexedTerm>> word = new HashMap<>();

    TermFields(Collection<IndexedTerm> terms) {
        for (var term : terms) {
            add(compact, term.compact(), term);
            if (!term.isSpanish()) {
                add(legacy, term.legacy(), term);
                add(vowels, term.vowels(), term);
            }
            add(phonetic, term.sound(), term);
            term.words().stream().distinct().forEach(each -> add(word, each, term));
            var longest = Math.min(LONGEST_EDGE, term.compact().length());
            for (var length = SHORTEST_EDGE; length <= longest; length++) {
                add(edge, term.compact().substring(0, length), term);
            }
        }
    }

    List<IndexedTerm> withCompact(String key) {
        return compact.getOrDefault(key, List.of());
    }

    List<IndexedTerm> withLegacy(String key) {
        return legacy.getOrDefault(key, List.of());
    }

    List<IndexedTerm> withVowels(String key) {
        return vowels.getOrDefault(key, List.of());
    }

    List<IndexedTerm> withSound(String key) {
        return phonetic.getOrDefault(key, List.of());
    }

    List<IndexedTerm> withEdge(String key) {
        return edge.getOrDefault(edge(key), List.of());
    }

    List<IndexedTerm> withWord(String key) {
        return word.getOrDefault(key, List.of());
    }

    static String edge(String key) {
        return key.substring(0, Math.min(LONGEST_EDGE, key.length()));
    }

    private static void add(Map<String, List<IndexedTerm>> table, String key, IndexedTerm term) {
        if (!key.isEmpty()) {
            table.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(term);
        }
    }
}
