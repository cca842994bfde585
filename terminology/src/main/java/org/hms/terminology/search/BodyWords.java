package org.hms.terminology.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.hms.terminology.language.PhoneticKey;

/**
 * The words for parts of the body and what the lexicon says of them. Guaraní joins both in one word (akã and rasy, head and
 * pain: akãrasy); people say them apart, in any order, and in Spanish or half of it: hasy che akã, hasy che cabeza. Here
 * each word, of whichever language, leads to the Guaraní halves that make such a word.
 */
final class BodyWords {
    private static final String BODY_PART = "body-part";
    private static final int SHORTEST_BEGINNING = 2;
    private static final int MOST_BEGUN = 4;

    private final NavigableMap<String, Set<String>> parts = new TreeMap<>();
    private final Map<String, Set<String>> partsBySound = new HashMap<>();
    private final Map<String, Set<String>> predicates = new HashMap<>();
    private final Set<String> endings = new HashSet<>();

    BodyWords(Collection<IndexedTerm> terms) {
        var guarani = new HashMap<String, Set<String>>();
        for (var term : terms) {
            if (term.designation().language().equals("gn") && !term.compact().isEmpty()) {
                guarani.computeIfAbsent(term.headId(), _ -> new LinkedHashSet<>())
                        .add(term.compact());
            }
        }
        terms.stream()
                .filter(term -> term.concept().category().equals(BODY_PART))
                .forEach(term -> add(parts, term, guarani.getOrDefault(term.headId(), Set.of())));
        terms.stream()
                .filter(term -> term.designation().language().equals("gn"))
                .forEach(term -> addEndings(term.compact()));
        parts.forEach((form, halves) -> add(partsBySound, PhoneticKey.of(form), halves));
        for (var term : terms) {
            var halves = new LinkedHashSet<>(guarani.getOrDefault(term.headId(), Set.of()));
            halves.retainAll(endings);
            add(predicates, term, halves);
        }
    }

    /** The Guaraní names of the part of the body that the word is. */
    Set<String> parts(String form) {
        return parts.getOrDefault(form, Set.of());
    }

    /** The Guaraní names of the part of the body whose name sounds so. */
    Set<String> partsSounding(String form) {
        return partsBySound.getOrDefault(PhoneticKey.of(form), Set.of());
    }

    /** The Guaraní names of the parts of the body whose names begin so. */
    Set<String> partsBegunBy(String beginning) {
        if (beginning.length() < SHORTEST_BEGINNING) {
            return Set.of();
        }
        var begun = new LinkedHashSet<String>();
        parts.subMap(beginning, beginning + Character.MAX_VALUE).values().stream()
                .limit(MOST_BEGUN)
                .forEach(begun::addAll);
        return begun;
    }

    /** What the word says of a part of the body, as the second half of a Guaraní word. */
    Set<String> predicates(String form) {
        return predicates.getOrDefault(form, Set.of());
    }

    boolean isEnding(String form) {
        return endings.contains(form);
    }

    private void addEndings(String compact) {
        for (var at = SHORTEST_BEGINNING; at < compact.length() - 1; at++) {
            var isLongEnough = at > SHORTEST_BEGINNING || compact.length() - at > SHORTEST_BEGINNING;
            if (isLongEnough
                    && parts.getOrDefault(compact.substring(0, at), Set.of()).contains(compact.substring(0, at))) {
                endings.add(compact.substring(at));
            }
        }
    }

    /** Spanish words stand under their root as well. */
    private static void add(Map<String, Set<String>> table, IndexedTerm term, Set<String> halves) {
        if (halves.isEmpty() || !isRead(term.designation().language())) {
            return;
        }
        add(table, term.compact(), halves);
        if (term.isSpanish() && term.words().size() == 1) {
            add(table, term.words().getFirst(), halves);
        }
    }

    private static void add(Map<String, Set<String>> table, String key, Set<String> halves) {
        if (!key.isEmpty()) {
            table.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(halves);
        }
    }

    private static boolean isRead(String language) {
        return List.of("gn", "es", "es-PY").contains(language);
    }
}
