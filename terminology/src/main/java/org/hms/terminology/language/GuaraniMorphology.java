package org.hms.terminology.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a Guaraní word may be when person, possessor, intensity, case and number are taken off. It only proposes: every
 * proposal must be confirmed by a word of the lexicon. Works on folded forms; a stem has at least three letters, and the
 * privative -ỹ is never taken off because it turns the meaning round.
 */
public final class GuaraniMorphology {
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_FORMS = 48;

    private static final List<String> PREFIXES = List.of(
            "nande", "nane", "pende", "pene", "ndo", "nda", "nde", "one", "oje", "ane", "aje", "ene", "eje", "che",
            "ore", "hin", "nd", "ne", "mbo", "omo", "omb", "ai", "rei", "oi", "ja", "na", "ro", "re", "pe", "ij", "in",
            "hi", "je", "mo", "iy", "ar", "i", "o", "a", "e");
    private static final List<String> SUFFIXES = List.of(
            "eterei", "iterei", "terei", "kuera", "nguera", "ete", "ite", "kue", "ngue", "rehe", "gui", "ramo", "gua",
            "pe", "me", "re", "ro", "ra", "vo", "va", "ta", "ma", "pa", "mba", "ive", "ve", "ha", "mi", "ri", "i");

    private GuaraniMorphology() {}

    /** The stems a word may have, likelier ones first; the word itself is not among them. */
    public static Set<String> stems(String folded) {
        var stems = new LinkedHashSet<String>();
        if (folded.length() > LONGEST_WORD || folded.length() <= SHORTEST_STEM) {
            addWithRelations(stems, folded.length() > LONGEST_WORD ? "" : folded);
            stems.remove(folded);
            return stems;
        }
        addWithRelations(stems, folded);
        for (var prefix : PREFIXES) {
            addWithRelations(stems, withoutPrefix(folded, prefix));
        }
        for (var shorter : withoutSuffixes(folded)) {
            addWithRelations(stems, shorter);
            for (var prefix : PREFIXES) {
                addWithRelations(stems, withoutPrefix(shorter, prefix));
            }
        }
        stems.remove(folded);
        return stems;
    }

    /** The word with one or two endings taken off. */
    private static Set<String> withoutSuffixes(String folded) {
        var shorter = new LinkedHashSet<String>();
        for (var suffix : SUFFIXES) {
            var once = withoutSuffix(folded, suffix);
            if (!once.isEmpty()) {
                shorter.add(once);
            }
        }
        for (var once : List.copyOf(shorter)) {
            for (var suffix : SUFFIXES) {
                var twice = withoutSuffix(once, suffix);
                if (!twice.isEmpty()) {
                    shorter.add(twice);
                }
            }
        }
        return shorter;
    }

    private static void addWithRelations(Set<String> stems, String stem) {
        if (stem.isEmpty() || stems.size() >= MOST_FORMS) {
            return;
        }
        stems.add(stem);
        stems.addAll(RelationalNouns.otherForms(stem));
    }

    private static String withoutPrefix(String word, String prefix) {
        return word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_STEM
                ? word.substring(prefix.length())
                : "";
    }

    private static String withoutSuffix(String word, String suffix) {
        return word.endsWith(suffix) && word.length() - suffix.length() >= SHORTEST_STEM
                ? word.substring(0, word.length() - suffix.length())
                : "";
    }
}
