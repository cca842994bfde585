package org.hms.terminology.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hms.terminology.language.SpanishFolding;

/** The words of a text without accents and case, in any language; nothing is left out. */
public final class GraphWords {
    static final int MAX_WORDS = 12;
    static final int MAX_LETTERS = 40;
    private static final int MAX_CHARACTERS = 2048;

    private GraphWords() {}

    public static List<String> of(String text) {
        var words = new ArrayList<String>();
        var folded = fold(text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text);
        var start = -1;
        for (var at = 0; at <= folded.length(); at++) {
            var inWord = at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
            if (inWord && start < 0) {
                start = at;
            } else if (!inWord && start >= 0) {
                words.add(folded.substring(start, Math.min(at, start + MAX_LETTERS)));
                start = -1;
            }
        }
        return words;
    }

    private static String fold(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) {
                return SpanishFolding.fold(text);
            }
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
