package org.hms.terminology.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Guaraní nouns that change their first sound with their possessor: tesa (an eye), resa (my eye), hesa (her eye). A list,
 * not a rule: many words that begin with t, r or h do not change. Folded forms.
 */
final class RelationalNouns {
    /** The part after the changing sound; as the beginning of a compound it changes in the same way. */
    private static final List<String> STEMS = List.of(
            "esa", "ova", "ete", "ye", "uguy", "umby", "embe", "etyma", "enypya", "evi", "ajygue", "epoti", "oo", "yai",
            "asy", "esarai", "esatu", "emoi", "opepi", "opea", "esay", "endy", "ako", "embo", "ambeypy", "atypy",
            "epyno", "opehyi", "yekue", "esavare", "oysa", "ayi", "ekove", "esape", "apeku");
    /** Stems so short that only the whole word, or a listed compound, is safe. */
    private static final List<String> WHOLE_WORDS =
            List.of("ai", "aku", "era", "oga", "agu", "angyka", "anyka", "y", "a");

    private static final String SOUNDS = "trh";
    private static final Map<String, List<String>> BY_BEGINNING = new TreeMap<>();

    static {
        for (var stem : STEMS) {
            for (var sound : SOUNDS.toCharArray()) {
                BY_BEGINNING
                        .computeIfAbsent(sound + stem.substring(0, 1), _ -> new ArrayList<>())
                        .add(stem);
            }
        }
    }

    private RelationalNouns() {}

    /** The other two forms of the word where it is, or begins with, a relational noun; otherwise nothing. */
    static List<String> otherForms(String folded) {
        if (folded.length() < 2 || SOUNDS.indexOf(folded.charAt(0)) < 0) {
            return List.of();
        }
        var rest = folded.substring(1);
        var changes = WHOLE_WORDS.contains(rest)
                || rest.startsWith("ai") && rest.length() > 3
                || BY_BEGINNING.getOrDefault(folded.substring(0, 2), List.of()).stream()
                        .anyMatch(rest::startsWith);
        if (!changes) {
            return List.of();
        }
        return SOUNDS.chars()
                .filter(sound -> sound != folded.charAt(0))
                .mapToObj(sound -> (char) sound + rest)
                .toList();
    }
}
