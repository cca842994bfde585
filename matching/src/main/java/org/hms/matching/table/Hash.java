package org.hms.matching.table;

/** Numbers of 64 bits for texts and their combinations; two different ones collide once in many thousand million pairs. */
public final class Hash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private Hash() {}

    public static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** Of a name in capitals or not the same. */
    public static long ofName(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int letter = c < 0x80 ? c >= 'A' && c <= 'Z' ? c | 0x20 : c : Character.toLowerCase(c);
            hash = (hash ^ letter) * 0x100000001B3L;
        }
        return mix(hash);
    }

    static long of(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * 0x100000001B3L;
        }
        return mix(hash);
    }

    /** Depends on the order of the two. */
    public static long combine(long first, long second) {
        return mix(first * MULTIPLIER + second);
    }

    public static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
