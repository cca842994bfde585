package org.hms.registry.editorial;

import java.util.List;
import java.util.Set;
import org.hms.matching.similarity.EditDistance;
import org.hms.matching.similarity.SpanishSound;
import org.hms.terminology.language.SpanishFolding;
import org.hms.terminology.language.SpanishRoots;

/** The telling words of a Spanish label, folded, and how alike two of them are. */
record LabelWords(List<String> words) {
    private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

    /** What classifications add to say that they say no more. */
    private static final Set<String> FILLERS = Set.of(
            "no",
            "sin",
            "ni",
            "especificado",
            "especificada",
            "especificacion",
            "clasificado",
            "clasificada",
            "parte",
            "otro",
            "otra",
            "mencion");

    /** How alike two words are. */
    enum Likeness {
        SAME,
        /** Spoken alike, one slip of the pen, or of one root. */
        NEARLY,
        NONE
    }

    LabelWords {
        words = List.copyOf(words);
    }

    static LabelWords of(String text) {
        var all = SpanishFolding.words(text).stream().distinct().toList();
        var telling = all.stream().filter(word -> !FILLERS.contains(word)).toList();
        return new LabelWords(telling.isEmpty() ? all : telling);
    }

    /** What words that are alike share, so that they meet in an index. */
    static List<String> keys(String word) {
        return List.of("s" + SpanishSound.key(word), "r" + SpanishRoots.root(word));
    }

    static Likeness likeness(String one, String other) {
        if (one.equals(other)) {
            return Likeness.SAME;
        }
        var isLong = Math.min(one.length(), other.length()) >= LONG_ENOUGH_FOR_A_SLIP;
        return SpanishSound.key(one).equals(SpanishSound.key(other))
                        || SpanishRoots.root(one).equals(SpanishRoots.root(other))
                        || isLong && EditDistance.atMostOne(one, other)
                ? Likeness.NEARLY
                : Likeness.NONE;
    }
}
