package org.hms.matching.similarity;

/** Jaro's similarity for letters beyond the Latin ones: every place within reach is looked at. */
final class LetterByLetter {
    private LetterByLetter() {}

    static double jaro(String shorter, int n, String longer, int m) {
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
        return JaroWinkler.ofMatches(
                Long.bitCount(matchedShort), outOfOrder(shorter, longer, matchedShort, matchedLong), n, m);
    }

    private static int outOfOrder(String shorter, String longer, long matchedShort, long matchedLong) {
        int outOfOrder = 0;
        long remaining = matchedLong;
        for (long bits = matchedShort; bits != 0; bits &= bits - 1) {
            char other = longer.charAt(Long.numberOfTrailingZeros(remaining));
            if (shorter.charAt(Long.numberOfTrailingZeros(bits)) != other) {
                outOfOrder++;
            }
            remaining &= remaining - 1;
        }
        return outOfOrder;
    }
}
