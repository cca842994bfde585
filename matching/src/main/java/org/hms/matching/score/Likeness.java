package org.hms.matching.score;

import org.hms.matching.similarity.EditDistance;
import org.hms.matching.similarity.JaroWinkler;

/** When two written names count as one name written twice. */
final class Likeness {
    private static final double CLOSE = 0.92;
    private static final int LONG_ENOUGH_TO_MISTYPE = 5;

    private Likeness() {}

    /** By Jaro and Winkler, or one slip of the pen in a name long enough to stay recognisable. */
    static boolean close(String a, String b) {
        return JaroWinkler.atLeast(a, b, CLOSE)
                || Math.min(a.length(), b.length()) >= LONG_ENOUGH_TO_MISTYPE && EditDistance.atMostOne(a, b);
    }
}
