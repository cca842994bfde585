package org.hms.terminology.language;

import java.util.List;
import java.util.stream.Stream;

/** The Spanish words that an affectionate one was made of: granitos of grano, dolorcito of dolor, tosecita of tos. */
final class SpanishDiminutives {
    private static final int SHORTEST = 3;
    private static final List<String> AFTER_A_CONSONANT =
            List.of("ecit", "esit", "cit", "sit", "cill", "sill", "it", "ill");

    private SpanishDiminutives() {}

    /** Of a folded word; none where it has no such ending. The lexicon says which of them there is. */
    static List<String> bases(String folded) {
        var singular = folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
        if (!singular.endsWith("o") && !singular.endsWith("a")) {
            return List.of();
        }
        var stem = singular.substring(0, singular.length() - 1);
        var vowel = singular.substring(stem.length());
        return AFTER_A_CONSONANT.stream()
                .filter(stem::endsWith)
                .map(ending -> stem.substring(0, stem.length() - ending.length()))
                .filter(base -> base.length() >= SHORTEST)
                .flatMap(base -> Stream.of(base + vowel, base, base + "e"))
                .distinct()
                .toList();
    }
}
