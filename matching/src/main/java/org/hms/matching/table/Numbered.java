package org.hms.matching.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order in which they were added, by several threads at once without waiting. Whoever was told a value's number
 * by the thread that added it, through whatever orders memory between them, finds the value.
 */
final class Numbered<V> {
    private static final int CHUNK_BITS = 14;
    private static final int CHUNKS = 1 << 31 - CHUNK_BITS;

    private final AtomicInteger size = new AtomicInteger();
    private final AtomicReferenceArray<Object @Nullable []> chunks = new AtomicReferenceArray<>(CHUNKS);

    /** Its number, counted from 1. */
    int add(V value) {
        int place = size.getAndIncrement();
        chunk(place >>> CHUNK_BITS)[place & (1 << CHUNK_BITS) - 1] = value;
        return place + 1;
    }

    private Object[] chunk(int number) {
        var there = chunks.get(number);
        if (there != null) {
            return there;
        }
        chunks.compareAndSet(number, null, new Object[1 << CHUNK_BITS]);
        return chunks.get(number);
    }

    @SuppressWarnings("unchecked")
    V get(int number) {
        int place = number - 1;
        return (V) chunks.get(place >>> CHUNK_BITS)[place & (1 << CHUNK_BITS) - 1];
    }

    List<V> toList() {
        var all = new ArrayList<V>(size.get());
        for (int number = 1; number <= size.get(); number++) {
            all.add(get(number));
        }
        return List.copyOf(all);
    }
}
