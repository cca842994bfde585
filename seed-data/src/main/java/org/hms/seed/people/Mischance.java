package org.hms.seed.people;

import java.util.SplittableRandom;

/** The chance that works on one record: it decides which errors strike, at the rates of the table. */
record Mischance(SplittableRandom random, Tally tally) {

    boolean strikes(ErrorRates error) {
        var struck = random.nextDouble() < error.rate();
        tally.add(error, struck);
        return struck;
    }
}
