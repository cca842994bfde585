package org.hms.matching.table;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Numbers by hashes of 64 bits, without keeping what was hashed; two texts of one hash are not to be expected among thousands of
 * millions. In parts with a lock each, so that several readers seldom wait. Thread-safe.
 */
final class HashNumbers {
    private static final int PARTS = 64;
    private static final int ABSENT = -1;

    private final Part[] parts = new Part[PARTS];

    HashNumbers() {
        Arrays.setAll(parts, _ -> new Part());
    }

    /** The number of a hash; made where it is not yet known, by two who ask at once perhaps twice. */
    int number(long hash, IntSupplier maker) {
        // 0 marks a free place.
        long key = hash | 1;
        var part = parts[(int) (key >>> 58)];
        part.lock.lock();
        try {
            int known = part.get(key);
            if (known != ABSENT) {
                return known;
            }
        } finally {
            part.lock.unlock();
        }
        // Made outside the lock: it may ask for other numbers. Whoever comes second takes what the first one made.
        int made = maker.getAsInt();
        part.lock.lock();
        try {
            int known = part.get(key);
            if (known == ABSENT) {
                part.put(key, made);
                return made;
            }
            return known;
        } finally {
            part.lock.unlock();
        }
    }

    /** As {@link #number}, but the maker is called under the lock, once for each hash; it must ask for no other number. */
    int numberOnce(long hash, IntSupplier maker) {
        long key = hash | 1;
        var part = parts[(int) (key >>> 58)];
        part.lock.lock();
        try {
            int known = part.get(key);
            if (known == ABSENT) {
                known = maker.getAsInt();
                part.put(key, known);
            }
            return known;
        } finally {
            part.lock.unlock();
        }
    }

    private static final class Part {
        private final ReentrantLock lock = new ReentrantLock();
        private long[] keys = new long[64];
        private int[] numbers = new int[64];
        private int size;

        private int get(long key) {
            int place = place(key);
            return keys[place] == key ? numbers[place] : ABSENT;
        }

        private void put(long key, int number) {
            if (++size * 2 > keys.length) {
                var oldKeys = keys;
                var oldNumbers = numbers;
                keys = new long[oldKeys.length * 2];
                numbers = new int[keys.length];
                for (int i = 0; i < oldKeys.length; i++) {
                    if (oldKeys[i] != 0) {
                        int place = place(oldKeys[i]);
                        keys[place] = oldKeys[i];
                        numbers[place] = oldNumbers[i];
                    }
                }
            }
            int place = place(key);
            keys[place] = key;
            numbers[place] = number;
        }

        private int place(long key) {
            int mask = keys.length - 1;
            int place = (int) (key >>> 16) & mask;
            while (keys[place] != 0 && keys[place] != key) {
                place = place + 1 & mask;
            }
            return place;
        }
    }
}
