package org.hms.matching.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The distinct words of a column, numbered from 1 on, and which two of them are close. The last answers are remembered, since a
 * few words make most of the names of a country. Filled by one thread, then asked by many.
 */
final class WordNumbers {
    private static final int MEMORY_BITS = 16;
    private static final int LEAST_SHIFT = 64 - MEMORY_BITS;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final AtomicLongArray memory = new AtomicLongArray(1 << MEMORY_BITS);

    int number(String word) {
        int next = words.size() + 1;
        var known = numbers.putIfAbsent(word, next);
        if (known != null) {
            return known;
        }
        words.add(word);
        return next;
    }

    /** As {@link Likeness#close} of the two words. */
    boolean close(int a, int b) {
        if (a == b) {
            return true;
        }
        // Both numbers and the answer in one value, so that it is never read in halves.
        long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
        int place = (int) (pair * 0x9E3779B97F4A7C15L >>> LEAST_SHIFT);
        long remembered = memory.getPlain(place);
        if (remembered >>> 1 == pair) {
            return (remembered & 1) == 1;
        }
        boolean close = Likeness.close(words.get(a - 1), words.get(b - 1));
        memory.setPlain(place, pair << 1 | (close ? 1 : 0));
        return close;
    }
}
