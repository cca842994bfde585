package org.hms.matching.privacy;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hms.matching.normalise.Folding;

/** How a value is cut into what is hashed, so that values alike share most of it. */
enum Tokens {
    /** Pairs of neighbouring letters of each word, the ends padded. */
    BIGRAMS,
    /** Pairs of neighbouring letters or digits of the whole value without its gaps. */
    COMPACT,
    /** Digits of a date at their places, and day and month without theirs. */
    DATE,
    /** The folded value as it stands. */
    WHOLE;

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final char END = '_';

    static Optional<Tokens> of(String code) {
        return Arrays.stream(values())
                .filter(tokens -> tokens.code().equals(code))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Adds the tokens of one cell that is no date. */
    void cut(String cell, Set<String> tokens) {
        switch (this) {
            case BIGRAMS -> {
                Folding.words(cell).forEach(word -> pairs(Folding.plain(word), tokens));
                NUMBER.matcher(cell).results().forEach(number -> pairs(number.group(), tokens));
            }
            case COMPACT -> pairs(folded(cell), tokens);
            case WHOLE -> {
                var folded = folded(cell);
                if (!folded.isEmpty()) {
                    tokens.add(folded);
                }
            }
            case DATE -> throw new IllegalStateException("Dates are cut by DateDigits");
        }
    }

    private static void pairs(String word, Set<String> tokens) {
        if (word.isEmpty()) {
            return;
        }
        var padded = END + word + END;
        for (int i = 0; i + 2 <= padded.length(); i++) {
            tokens.add(padded.substring(i, i + 2));
        }
    }

    private static String folded(String cell) {
        var text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isDigit(cell.charAt(i))) {
                text.append(cell.charAt(i));
            } else if (Character.isLetter(cell.charAt(i))) {
                Folding.words(cell.substring(i, i + 1)).forEach(letter -> text.append(Folding.plain(letter)));
            }
        }
        return text.toString();
    }
}
