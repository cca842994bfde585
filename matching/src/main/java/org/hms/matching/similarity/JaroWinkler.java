package org.hms.matching.similarity;

/**
 * Jaro's similarity with Winkler's reward for a common beginning (scale 0.1, at most four characters), from 0 to 1.
 * The greedy matching is made symmetric by always walking the shorter (then the lesser) string; beyond 64 characters only
 * the first 64 count, so that no memory is needed.
 */
public final class JaroWinkler {
    private static final int LONGEST = 64;
    private static final double PREFIX_SCALE = 0.1;

    private JaroWinkler() {}

    public static double similarity(String left, String right) {
        if (left.equals(right)) {
            return 1;
        }
        var inOrder = left.length() < right.length() || left.length() == right.length() && left.compareTo(right) < 0;
        var jaro = inOrder ? jaro(left, right) : jaro(right, left);
        return jaro + commonPrefix(left, right) * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String shorter, String longer) {
        int n = Math.min(shorter.length(), LONGEST);
        int m = Math.min(longer.length(), LONGEST);
        if (n == 0) {
            return 0;
        }
        int window = Math.max(0, m / 2 - 1);
        long matchedShort = 0;
        long matchedLong = 0;
        for (int i = 0; i < n; i++) {
            int to = Math.min(m, i + window + 1);
            for (int j = Math.max(0, i - window); j < to; j++) {
                if ((matchedLong >>> j & 1) == 0 && shorter.charAt(i) == longer.charAt(j)) {
                    matchedShort |= 1L << i;
                    matchedLong |= 1L << j;
                    break;
                }
            }
        }
        int matches = Long.bitCount(matchedShort);
        if (matches == 0) {
            return 0;
        }
        double half = transposed(shorter, longer, matchedShort, matchedLong) / 2.0;
        return ((double) matches / n + (double) matches / m + (matches - half) / matches) / 3;
    }

    private static int transposed(String shorter, String longer, long matchedShort, long matchedLong) {
        int outOfOrder = 0;
        long remaining = matchedLong;
        for (long bits = matchedShort; bits != 0; bits &= bits - 1) {
            int j = Long.numberOfTrailingZeros(remaining);
            if (shorter.charAt(Long.numberOfTrailingZeros(bits)) != longer.charAt(j)) {
                outOfOrder++;
            }
            remaining &= remaining - 1;
        }
        return outOfOrder;
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
