package org.hms.terminology.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a Spanish noun, participle and verb have in common: mareo, mareado and marearse; hinchazón, hinchado and hincha. */
public final class SpanishRoots {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_AFTER_A_LITTLE = 4;
    private static final List<String> ENDINGS = Stream.of(
                    "amiento", "imiento", "adura", "edura", "idura", "azon", "ason", "acion", "asion", "icion", "ision",
                    "ancio", "encia", "ancia", "ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas", "ando",
                    "iendo", "aba", "aban", "ia", "arse", "erse", "irse", "ar", "er", "ir", "an", "en", "aron", "ieron",
                    "aste", "era", "eria", "idad", "ez", "eza", "icie", "ismo", "ista", "or", "oso", "osa", "a", "o",
                    "e", "as", "os", "es", "te", "me", "se")
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private SpanishRoots() {}

    /** Of a folded word; a word too short to be taken apart is its own root. */
    public static String root(String folded) {
        var stem = SpanishFolding.stem(folded);
        for (var ending : ENDINGS) {
            var rest = stem.length() - ending.length();
            if (rest >= (ending.length() >= SHORTEST ? SHORTEST : SHORTEST_AFTER_A_LITTLE) && stem.endsWith(ending)) {
                return stem.substring(0, rest);
            }
        }
        return stem;
    }
}
