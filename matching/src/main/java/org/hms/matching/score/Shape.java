package org.hms.matching.score;

/** Which letters a word has and how long it is, in one number: enough to see that two words cannot be alike. */
final class Shape {
    private static final int LETTERS = 26;
    private static final int MASK = (1 << LETTERS) - 1;
    private static final int LONGEST = 63;

    private Shape() {}

    static int of(String plain) {
        int mask = 0;
        for (int i = 0; i < plain.length(); i++) {
            mask |= 1 << plain.charAt(i) % LETTERS;
        }
        return mask | Math.min(plain.length(), LONGEST) << LETTERS;
    }

    /**
     * Whether {@link Likeness#close} could hold. Jaro and Winkler reach .92 only where the letters in common are at least 8/5 of
     * the harmonic measure of the lengths, and one slip of the pen in five letters leaves as many.
     */
    static boolean mayBeClose(int a, int b) {
        int lengthA = a >>> LETTERS;
        int lengthB = b >>> LETTERS;
        if (lengthA == LONGEST || lengthB == LONGEST) {
            return true;
        }
        int common = Math.min(lengthA - Integer.bitCount(a & ~b & MASK), lengthB - Integer.bitCount(b & ~a & MASK));
        return 5 * common * (lengthA + lengthB) >= 8 * lengthA * lengthB;
    }

    /** Whether one could begin as the other does. */
    static boolean mayBeCut(int a, int b) {
        return (a & ~b & MASK) == 0 || (b & ~a & MASK) == 0;
    }
}
