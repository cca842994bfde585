package org.hms.terminology.graph;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** A set of ordinals while it is gathered; adding is one bit. */
public final class Bits {
    private final long[] words;

    public Bits(int size) {
        words = new long[(size + 63) >>> 6];
    }

    /** Whether the ordinal was not there before. */
    public boolean add(int ordinal) {
        var bit = 1L << ordinal;
        var before = words[ordinal >>> 6];
        words[ordinal >>> 6] = before | bit;
        return (before & bit) == 0;
    }

    public boolean has(int ordinal) {
        return (words[ordinal >>> 6] & (1L << ordinal)) != 0;
    }

    public RoaringBitmap toBitmap() {
        return BitSetUtil.bitmapOf(words);
    }
}
