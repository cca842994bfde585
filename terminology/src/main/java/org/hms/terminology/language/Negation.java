package org.hms.terminology.language;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Cues that a complaint is denied. They are flagged, never dropped: "ndahasýi che akã" still speaks of the head. */
final class Negation {
    private static final Pattern CIRCUMFIX = Pattern.compile("nd[aeoi].{2,}i|na.{3,}i|nd[aeo].{2,}(iri|eiri|airi)");
    private static final Set<String> FOR_THE_WHOLE_SENTENCE = Set.of("ndaipori", "nahaniri", "niega");
    private static final Set<String> FOR_WHAT_FOLLOWS = Set.of("no", "sin", "ni");
    private static final Set<String> IMPOSSIBLE = Set.of(
            "ndaikatui", "ndaikatuvei", "ndikatui", "ndoikatui", "ndoikatuvei", "nikatui", "ndereikatui", "ndakatui");
    private static final int REACH = 4;

    private Negation() {}

    /** The word itself is negative in form, as ndahasyi is. Some words of the lexicon are: ndokarusei. */
    static boolean isNegative(String folded) {
        return CIRCUMFIX.matcher(folded).matches() || FOR_THE_WHOLE_SENTENCE.contains(folded);
    }

    /** Says that what the next word names cannot be done: ndaikatúi ake, I cannot sleep. */
    static boolean isImpossibility(String folded) {
        return IMPOSSIBLE.contains(folded);
    }

    /** Another word of the sentence denies what this one says. */
    static boolean isDenied(List<String> folded, int position) {
        return folded.stream().anyMatch(FOR_THE_WHOLE_SENTENCE::contains)
                || folded.subList(Math.max(0, position - REACH), position).stream()
                        .anyMatch(FOR_WHAT_FOLLOWS::contains);
    }
}
