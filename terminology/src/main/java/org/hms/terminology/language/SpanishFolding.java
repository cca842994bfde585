package org.hms.terminology.language;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Spanish words without accents, case and plural endings, so that writing and looking up meet. */
public final class SpanishFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> LITTLE_WORDS = Set.of(
            "a", "al", "con", "de", "del", "desde", "e", "el", "en", "es", "esta", "hay", "la", "las", "le", "lo",
            "los", "me", "mi", "mis", "mucha", "mucho", "muy", "o", "para", "por", "que", "se", "siento", "su", "sus",
            "te", "tengo", "tiene", "un", "una", "unas", "unos", "y", "ya");

    private SpanishFolding() {}

    /** Lower case without accents; the ñ becomes n. */
    public static String fold(String text) {
        var open = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return MARKS.matcher(open).replaceAll("");
    }

    /** The word without its plural ending. */
    public static String stem(String folded) {
        var length = folded.length();
        if (length > 5 && folded.endsWith("es") && "lrndjz".indexOf(folded.charAt(length - 3)) >= 0) {
            return folded.substring(0, length - 2);
        }
        if (length > 4 && folded.endsWith("s") && "aeo".indexOf(folded.charAt(length - 2)) >= 0) {
            return folded.substring(0, length - 1);
        }
        return folded;
    }

    /** The folded stems of a text's words, little words left out unless there is nothing else. */
    public static List<String> words(String text) {
        var all = NO_WORD.splitAsStream(fold(text.substring(0, Math.min(text.length(), Orthography.MAX_CHARACTERS))))
                .filter(word -> !word.isEmpty())
                .toList();
        var telling = all.stream().filter(word -> !isLittleWord(word)).toList();
        return (telling.isEmpty() ? all : telling)
                .stream().map(SpanishFolding::stem).toList();
    }

    public static boolean isLittleWord(String folded) {
        return LITTLE_WORDS.contains(folded);
    }
}
