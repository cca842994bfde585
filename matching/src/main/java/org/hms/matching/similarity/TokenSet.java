package org.hms.matching.similarity;

/**
 * How many words two texts have in common, in whatever order: for addresses and names of places. Words are parted by
 * blanks, and a word written twice counts once. No memory is needed.
 */
public final class TokenSet {
    private TokenSet() {}

    /** Jaccard's measure: the words in common by all the words; 1 where neither has any. */
    public static double similarity(String left, String right) {
        int common = common(left, right);
        int all = distinct(left) + distinct(right) - common;
        return all == 0 ? 1 : (double) common / all;
    }

    /** The words in common by the words of the shorter text: 1 where one text is part of the other. */
    public static double overlap(String left, String right) {
        int fewest = Math.min(distinct(left), distinct(right));
        return fewest == 0 ? left.isBlank() && right.isBlank() ? 1 : 0 : (double) common(left, right) / fewest;
    }

    private static int distinct(String text) {
        int count = 0;
        for (int from = next(text, 0); from < text.length(); from = next(text, end(text, from))) {
            count += has(text, from, text, from, end(text, from)) ? 0 : 1;
        }
        return count;
    }

    private static int common(String left, String right) {
        int count = 0;
        for (int from = next(left, 0); from < left.length(); from = next(left, end(left, from))) {
            int to = end(left, from);
            count += !has(left, from, left, from, to) && has(right, right.length(), left, from, to) ? 1 : 0;
        }
        return count;
    }

    /** Whether the word is among those of the text that start before the limit. */
    private static boolean has(String text, int limit, String source, int wordFrom, int wordTo) {
        for (int from = next(text, 0); from < limit; from = next(text, end(text, from))) {
            int length = end(text, from) - from;
            if (length == wordTo - wordFrom && text.regionMatches(from, source, wordFrom, length)) {
                return true;
            }
        }
        return false;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int end = text.indexOf(' ', from);
        return end < 0 ? text.length() : end;
    }
}
