package org.hms.matching.train;

import java.util.List;
import org.hms.matching.score.Comparison;

/** The levels of all comparisons as one number, and back. */
final class PatternCoder {
    private final int[] radices;
    private final long most;

    PatternCoder(List<Comparison<?>> comparisons) {
        long patterns = 1;
        // One more than the levels, for those that say nothing.
        radices = comparisons.stream()
                .mapToInt(comparison -> comparison.levels().size() + 1)
                .toArray();
        for (int radix : radices) {
            patterns = Math.multiplyExact(patterns, (long) radix);
        }
        most = patterns;
    }

    /** How many patterns there may be. */
    long most() {
        return most;
    }

    int comparisons() {
        return radices.length;
    }

    int levels(int comparison) {
        return radices[comparison] - 1;
    }

    long code(int[] levels) {
        long code = 0;
        for (int i = radices.length - 1; i >= 0; i--) {
            code = code * radices[i] + levels[i] + 1;
        }
        return code;
    }

    /** Writes the levels of a code; {@link Comparison#SILENT} for what says nothing. */
    void decode(long code, byte[] levels) {
        long rest = code;
        for (int i = 0; i < radices.length; i++) {
            levels[i] = (byte) (rest % radices[i] - 1);
            rest /= radices[i];
        }
    }
}
