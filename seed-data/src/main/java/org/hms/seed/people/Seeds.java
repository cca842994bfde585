package org.hms.seed.people;

import java.util.SplittableRandom;

/**
 * Independent randomness for each family and each record, so that any one of them can be made without the others. The
 * numbers are mixed first: neighbouring seeds of a {@link SplittableRandom} would yield overlapping sequences.
 */
public final class Seeds {

    private Seeds() {}

    /** The randomness at the end of a path, such as family, member, record. */
    public static SplittableRandom of(long seed, long... path) {
        var mixed = mix(seed);
        for (var step : path) {
            mixed = mix(mixed ^ mix(step + 1));
        }
        return new SplittableRandom(mixed);
    }

    /** Stafford's variant 13 of the finaliser of MurmurHash3. */
    private static long mix(long value) {
        var z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
