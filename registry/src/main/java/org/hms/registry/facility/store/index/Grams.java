package org.hms.registry.facility.store.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Folded names cut into all pieces of one, two and three characters, by which whatever they contain is found. Each name
 * begins with a line feed, which no folded name holds, so that a beginning is something contained too.
 */
final class Grams {

    static final char BEGIN = '\n';
    private static final int LONGEST = 3;

    private Grams() {}

    /** All names in one text. */
    static String joined(Collection<String> folded) {
        var text = new StringBuilder();
        folded.forEach(name -> text.append(BEGIN).append(name));
        return text.toString();
    }

    static Set<String> ofAll(Collection<String> folded) {
        var grams = new LinkedHashSet<String>();
        for (var name : folded) {
            var text = BEGIN + name;
            for (int length = 1; length <= LONGEST; length++) {
                for (int start = 0; start + length <= text.length(); start++) {
                    grams.add(text.substring(start, start + length));
                }
            }
        }
        return grams;
    }

    /** The pieces that whatever contains the text has; none of them alone is enough. */
    static Set<String> required(String text) {
        if (text.length() <= LONGEST) {
            return Set.of(text);
        }
        var grams = new LinkedHashSet<String>();
        for (int start = 0; start + LONGEST <= text.length(); start++) {
            grams.add(text.substring(start, start + LONGEST));
        }
        return grams;
    }
}
