package org.hms.registry.termwork;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query as it is counted: lower case, single blanks, at most eight words. What holds a digit, a sign of an address or
 * more words is not counted: it may speak of a person.
 */
final class QueryText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORDS_ONLY = Pattern.compile("[\\p{L}\\p{M}'’‘`´ʼ~^ -]{2,60}");
    private static final int MOST_WORDS = 8;

    private QueryText() {}

    static Optional<String> of(String typed) {
        var text = BLANKS.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFC).strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT);
        return WORDS_ONLY.matcher(text).matches() && text.split(" ").length <= MOST_WORDS
                ? Optional.of(text)
                : Optional.empty();
    }
}
