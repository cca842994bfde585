package org.hms.matching.table;

import java.util.concurrent.ConcurrentHashMap;
import org.hms.matching.score.IdentifierComparison;
import org.hms.matching.similarity.EditDistance;

/**
 * Numbers of up to fifteen digits packed four bits a digit, and hashes of everything else, with the texts kept aside. Packed
 * so, two numbers are compared digit by digit in a few steps. Thread-safe.
 */
public final class Codes {
    private static final int MOST_DIGITS = 15;
    private static final long HASHED = Long.MIN_VALUE;
    private static final long NIBBLE_TOPS = 0x8888_8888_8888_8888L;
    private static final long NIBBLE_RESTS = 0x7777_7777_7777_7777L;

    private final ConcurrentHashMap<Long, String> texts = new ConcurrentHashMap<>();

    /** @param value without leading zeros */
    long of(String value) {
        long packed = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value.length() > MOST_DIGITS) {
                long hash = Hash.of(value) | HASHED;
                texts.putIfAbsent(hash, value);
                return hash;
            }
            packed = packed << 4 | digit;
        }
        return packed;
    }

    String text(long code) {
        if (code < 0) {
            return texts.getOrDefault(code, "");
        }
        return Long.toHexString(code);
    }

    /** Whether two different codes are long and one slip of the pen apart. */
    boolean mistyped(long a, long b) {
        return Math.min(length(a), length(b)) >= IdentifierComparison.LONG_ENOUGH_TO_MISTYPE && atMostOneEdit(a, b);
    }

    private boolean atMostOneEdit(long a, long b) {
        if (a < 0 || b < 0) {
            return EditDistance.atMostOne(text(a), text(b));
        }
        if (digits(a) != digits(b)) {
            return Math.abs(digits(a) - digits(b)) == 1 && oneMore(Math.max(a, b), Math.min(a, b));
        }
        long difference = a ^ b;
        // One bit for each digit that differs.
        long differing = ((difference & NIBBLE_RESTS) + NIBBLE_RESTS | difference) & NIBBLE_TOPS;
        int count = Long.bitCount(differing);
        if (count == 1) {
            return true;
        }
        int low = Long.numberOfTrailingZeros(differing) - 3;
        if (count != 2 || differing >>> low + 7 != 1) {
            return false;
        }
        long pairA = a >>> low & 0xFF;
        long pairB = b >>> low & 0xFF;
        return pairA >>> 4 == (pairB & 0xF) && (pairA & 0xF) == pairB >>> 4;
    }

    /** Whether the longer number is the shorter with one digit put in somewhere. */
    private static boolean oneMore(long longer, long shorter) {
        int shift = 4 * (digits(longer) - 1);
        // Lined up at the front, then, behind the digit put in, at the end.
        long front = longer >>> 4 ^ shorter;
        long end = longer & (1L << shift) - 1 ^ shorter;
        int equalInFront = front == 0 ? shift : shift - 4 * digits(front);
        int equalAtEnd = end == 0 ? shift : Long.numberOfTrailingZeros(end) & ~3;
        return equalInFront + equalAtEnd >= shift;
    }

    private int length(long code) {
        return code < 0 ? text(code).length() : digits(code);
    }

    private static int digits(long packed) {
        return (67 - Long.numberOfLeadingZeros(packed)) / 4;
    }
}
