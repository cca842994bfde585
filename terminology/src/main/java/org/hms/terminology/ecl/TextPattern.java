package org.hms.terminology.ecl;

import java.util.List;
import java.util.Locale;
import org.hms.terminology.graph.GraphWords;

/** A text that another is compared with: its words begin words of the other, or all of it is a pattern with stars. */
record TextPattern(List<String> words, boolean wild) {

    static TextPattern of(FieldTest.Text text) {
        return text.wild()
                ? new TextPattern(List.of(text.text().toLowerCase(Locale.ROOT).split("\\*", -1)), true)
                : new TextPattern(GraphWords.of(text.text()), false);
    }

    boolean fits(String other) {
        if (wild) {
            return fitsWhole(other.toLowerCase(Locale.ROOT));
        }
        var others = GraphWords.of(other);
        return words.stream().allMatch(word -> others.stream().anyMatch(candidate -> candidate.startsWith(word)));
    }

    /** Part after part from the left, as far left as each stands, so that no pattern makes it search twice. */
    private boolean fitsWhole(String other) {
        if (words.size() == 1) {
            return other.equals(words.getFirst());
        }
        if (!other.startsWith(words.getFirst())) {
            return false;
        }
        var at = words.getFirst().length();
        for (var part : words.subList(1, words.size() - 1)) {
            at = other.indexOf(part, at);
            if (at < 0) {
                return false;
            }
            at += part.length();
        }
        return other.length() - at >= words.getLast().length() && other.endsWith(words.getLast());
    }
}
