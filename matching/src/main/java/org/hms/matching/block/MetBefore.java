package org.hms.matching.block;

import java.util.Arrays;

/**
 * Values by the bytes that they are written as. People share their names, so the same parts come again and again; of two that
 * fall on one place the later stays. Thread-safe: entries never change, and a lost one is read anew.
 */
final class MetBefore<T> {

    private static final int PLACES = 1 << 17;

    private record Entry<T>(byte[] bytes, T value) {}

    private final Entry<T>[] entries = places();
    private final Bytes.Reader<T> reader;

    MetBefore(Bytes.Reader<T> reader) {
        this.reader = reader;
    }

    @SuppressWarnings("unchecked")
    private static <T> Entry<T>[] places() {
        return (Entry<T>[]) new Entry<?>[PLACES];
    }

    T get(byte[] array, int from, int length) {
        int hash = 1;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + array[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        var entry = entries[place];
        if (entry == null || !Arrays.equals(entry.bytes, 0, entry.bytes.length, array, from, from + length)) {
            var bytes = Arrays.copyOfRange(array, from, from + length);
            entry = new Entry<>(bytes, reader.read(new Bytes(bytes, 0)));
            entries[place] = entry;
        }
        return entry.value;
    }
}
