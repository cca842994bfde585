package org.hms.matching.train;

/** Scatters numbers and texts over 64 bits; the same on every machine. */
final class Hashes {
    private Hashes() {}

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = hash * 0x100000001b3L + text.charAt(i);
        }
        return mix(hash);
    }

    /** A number from 0 up to 1 that belongs to a pair, whichever of the two is named first. */
    static double ofPair(int one, int other, long seed) {
        long pair = (long) Math.min(one, other) << 32 | Math.max(one, other);
        return (mix(pair + 0x9e3779b97f4a7c15L * (seed + 1)) >>> 11) * 0x1.0p-53;
    }
}
