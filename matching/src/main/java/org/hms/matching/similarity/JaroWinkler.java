package org.hms.matching.similarity;

/**
 * Jaro's similarity with Winkler's reward for a common beginning (scale 0.1, at most four characters), from 0 to 1.
 * The greedy matching is made symmetric by always walking the shorter (then the lesser) string; beyond 64 characters only
 * the first 64 count. Latin letters are matched bit-parallel: all places of the longer string at once.
 */
public final class JaroWinkler {
    private static final int LONGEST = LetterMasks.LONGEST;
    private static final double PREFIX_SCALE = 0.1;
    private static final double ROUNDING = 1e-9;

    private JaroWinkler() {}

    public static double similarity(String left, String right) {
        return left.equals(right) ? 1 : ofUnequal(left, right, commonPrefix(left, right));
    }

    /**
     * The same as asking whether the similarity reaches the threshold, but most unlike pairs are told by their lengths or
     * letters, without matching.
     */
    public static boolean atLeast(String left, String right, double threshold) {
        int n = Math.min(left.length(), LONGEST);
        int m = Math.min(right.length(), LONGEST);
        int prefix = commonPrefix(left, right);
        // The prefix is known, so the threshold becomes one for Jaro, and that a number of letters to be matched.
        double reward = prefix * PREFIX_SCALE;
        double needed = 3 * (threshold - reward) / (1 - reward) - 1 - ROUNDING;
        int shortest = Math.min(n, m);
        if (needed * n * m > (double) shortest * (n + m)) {
            return false;
        }
        if (n == m && left.equals(right)) {
            return 1 >= threshold;
        }
        return mayMatch(left, n, right, m, needed) && ofUnequal(left, right, prefix) >= threshold;
    }

    /** Whether enough letters of each occur in the other at all; letters told apart by their last six bits only. */
    private static boolean mayMatch(String left, int n, String right, int m, double needed) {
        long lettersLeft = letters(left, n);
        long lettersRight = letters(right, m);
        if ((lettersLeft & ~lettersRight) == 0 && (lettersRight & ~lettersLeft) == 0) {
            return true;
        }
        int most = Math.min(n - strangers(left, n, lettersRight), m - strangers(right, m, lettersLeft));
        return needed * n * m <= (double) most * (n + m);
    }

    private static long letters(String word, int length) {
        long letters = 0;
        for (int i = 0; i < length; i++) {
            letters |= 1L << word.charAt(i);
        }
        return letters;
    }

    private static int strangers(String word, int length, long known) {
        int strangers = 0;
        for (int i = 0; i < length; i++) {
            strangers += (int) (~known >>> word.charAt(i) & 1);
        }
        return strangers;
    }

    private static double ofUnequal(String left, String right, int prefix) {
        int n = left.length();
        int m = right.length();
        var inOrder = n < m || n == m && left.compareTo(right) < 0;
        var jaro = inOrder ? jaro(left, right) : jaro(right, left);
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String shorter, String longer) {
        int n = Math.min(shorter.length(), LONGEST);
        int m = Math.min(longer.length(), LONGEST);
        if (n == 0) {
            return 0;
        }
        var table = LetterMasks.table();
        if (!LetterMasks.fill(table, longer, m)) {
            return LetterByLetter.jaro(shorter, n, longer, m);
        }
        int window = Math.max(0, m / 2 - 1);
        long reach = (1L << window + 1) - 1;
        long matchedShort = 0;
        long matchedLong = 0;
        for (int i = 0; i < n; i++) {
            long free = LetterMasks.places(table, shorter.charAt(i)) & reach & ~matchedLong;
            long first = free & -free;
            matchedLong |= first;
            matchedShort |= (free | -free) >>> 63 << i;
            reach = reach << 1 | (i < window ? 1 : 0);
        }
        int outOfOrder = 0;
        long remaining = matchedLong;
        for (long bits = matchedShort; bits != 0; bits &= bits - 1) {
            long place = remaining & -remaining;
            long places = table[shorter.charAt(Long.numberOfTrailingZeros(bits))];
            outOfOrder += (places & place) == 0 ? 1 : 0;
            remaining ^= place;
        }
        LetterMasks.clear(table, longer, m);
        return ofMatches(Long.bitCount(matchedShort), outOfOrder, n, m);
    }

    static double ofMatches(int matches, int outOfOrder, int n, int m) {
        return matches == 0
                ? 0
                : ((double) matches / n + (double) matches / m + (matches - outOfOrder / 2.0) / matches) / 3;
    }

    private static int commonPrefix(String left, String right) {
        int most = Math.min(4, Math.min(left.length(), right.length()));
        int length = 0;
        while (length < most && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        return length;
    }
}
