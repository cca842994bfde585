package org.hms.registry.termwork;

import java.util.Arrays;

/**
 * The Early Aberration Reporting System's three statistics (Hutwagner and others, 2003) over a series of counts, the newest
 * last: C1 compares with the seven before, C2 leaves a gap of two so that a slow rise does not hide itself, C3 adds up what C2
 * said the last three times.
 */
record Ears(double c1, double c2, double c3) {
    static final int BASELINE = 7;
    static final int GAP = 2;
    private static final int MEMORY = 3;

    /** How many counts all three need. */
    static final int WEEKS_NEEDED = BASELINE + GAP + MEMORY;

    private static final double ALARM = 3;
    private static final double ALARM_OF_C3 = 2;
    /** Below it a standard deviation says only that there were hardly any counts. */
    private static final double LEAST_DEVIATION = 0.5;

    static Ears of(long[] counts) {
        if (counts.length < WEEKS_NEEDED) {
            throw new IllegalArgumentException("EARS needs " + WEEKS_NEEDED + " counts");
        }
        var last = counts.length - 1;
        var c3 = 0.0;
        for (var at = last - MEMORY + 1; at <= last; at++) {
            c3 += Math.max(0, deviation(counts, at, GAP) - 1);
        }
        return new Ears(deviation(counts, last, 0), deviation(counts, last, GAP), c3);
    }

    boolean c1Alarm() {
        return c1 > ALARM;
    }

    boolean c2Alarm() {
        return c2 > ALARM;
    }

    boolean c3Alarm() {
        return c3 > ALARM_OF_C3;
    }

    /** How many standard deviations of the baseline a count lies above its mean. */
    private static double deviation(long[] counts, int at, int gap) {
        var baseline = Arrays.copyOfRange(counts, at - gap - BASELINE, at - gap);
        var mean = Arrays.stream(baseline).average().orElse(0);
        var squares = Arrays.stream(baseline)
                .mapToDouble(count -> (count - mean) * (count - mean))
                .sum();
        var spread = Math.sqrt(squares / (BASELINE - 1));
        return (counts[at] - mean) / Math.max(LEAST_DEVIATION, spread);
    }
}
