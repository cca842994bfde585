package org.hms.seed.hard;

import java.util.SplittableRandom;

/** The chance that works on one record, written with a certain lack of care: 1 is usual. */
record Chance(SplittableRandom random, double carelessness) {

    private static final double MOST = 0.85;

    boolean strikes(Fault fault) {
        return random.nextDouble() < Math.min(MOST, fault.rate() * carelessness);
    }

    /** Half of the records are written with care, some by people who got hardly anything right. */
    static Chance ofRecord(SplittableRandom random, double person, double source) {
        var point = random.nextDouble();
        var record = point < 0.55 ? 0.22 : point < 0.87 ? 0.72 : point < 0.97 ? 2 : 4;
        return new Chance(random, record * person * source);
    }
}
