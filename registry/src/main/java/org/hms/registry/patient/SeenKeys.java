package org.hms.registry.patient;

import java.util.Arrays;

/** Which records came by already, at eight bytes each: by the first half of their ids, which are hashes. */
public final class SeenKeys {

    private static final int HEX_DIGITS = 16;
    private static final int PREFIX = 2;

    /** Open addressing; 0 is a free place. */
    private long[] places = new long[1 << 16];

    private int size;

    /** False for one that came by before, or, once in 10^19 pairs, for another. */
    public boolean add(String recordId) {
        long hash = Long.parseUnsignedLong(recordId, PREFIX, PREFIX + HEX_DIGITS, 16);
        if (size * 2 >= places.length) {
            var former = places;
            places = new long[former.length * 2];
            size = 0;
            Arrays.stream(former).filter(one -> one != 0).forEach(this::put);
        }
        return put(hash == 0 ? 1 : hash);
    }

    private boolean put(long hash) {
        int at = (int) hash & places.length - 1;
        while (places[at] != 0) {
            if (places[at] == hash) {
                return false;
            }
            at = at + 1 & places.length - 1;
        }
        places[at] = hash;
        size++;
        return true;
    }
}
