package org.hms.matching.privacy;

/** One person's filter after hardening, and a mask of the features that were filled. */
public final class Encoding {
    static final Encoding NONE = new Encoding(0, new long[0]);

    private final int known;
    private final long[] filter;

    Encoding(int known, long[] filter) {
        this.known = known;
        this.filter = filter;
    }

    public boolean isNone() {
        return filter.length == 0;
    }

    public int known() {
        return known;
    }

    /** The bits, 64 in a number; not to be changed. */
    public long[] filter() {
        return filter;
    }
}
