package org.hms.matching.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Numbers by hashes of 64 bits, without keeping what was hashed; two texts of one hash are not to be expected among thousands of
 * millions. Known numbers are read without a lock; what is new is written under the lock of its part. Thread-safe.
 */
final class HashNumbers {
    static final int ABSENT = -1;
    private static final int PARTS = 64;

    private final Part[] parts = new Part[PARTS];

    HashNumbers() {
        Arrays.setAll(parts, _ -> new Part());
    }

    /** {@link #ABSENT} where the hash has no number yet. */
    int get(long hash) {
        long key = key(hash);
        return part(key).slots.get(key);
    }

    /** Gives a hash its number, unless another did before. */
    int put(long hash, int number) {
        return putOnce(hash, () -> number);
    }

    /** As {@link #put}; the maker is called under the lock, once for each hash, and must ask for no other number. */
    int putOnce(long hash, IntSupplier maker) {
        long key = key(hash);
        var part = part(key);
        part.lock.lock();
        try {
            int known = part.slots.get(key);
            if (known == ABSENT) {
                known = maker.getAsInt();
                part.put(key, known);
            }
            return known;
        } finally {
            part.lock.unlock();
        }
    }

    /** 0 marks a free place. */
    private static long key(long hash) {
        return hash | 1;
    }

    private Part part(long key) {
        return parts[(int) (key >>> 58)];
    }

    private static final class Part {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile Slots slots = new Slots(64);
        private int size;

        private void put(long key, int number) {
            if (++size * 2 > slots.keys.length) {
                slots = slots.doubled();
            }
            slots.put(key, number);
        }
    }

    /** Open addressing; whoever reads a key without the lock finds its number written before it. */
    private record Slots(long[] keys, int[] numbers) {
        private static final VarHandle KEYS = MethodHandles.arrayElementVarHandle(long[].class);

        private Slots(int places) {
            this(new long[places], new int[places]);
        }

        private int get(long key) {
            int mask = keys.length - 1;
            int place = (int) (key >>> 16) & mask;
            while (true) {
                long there = (long) KEYS.getAcquire(keys, place);
                if (there == key) {
                    return numbers[place];
                }
                if (there == 0) {
                    return ABSENT;
                }
                place = place + 1 & mask;
            }
        }

        private void put(long key, int number) {
            int mask = keys.length - 1;
            int place = (int) (key >>> 16) & mask;
            while (keys[place] != 0) {
                place = place + 1 & mask;
            }
            numbers[place] = number;
            KEYS.setRelease(keys, place, key);
        }

        private Slots doubled() {
            var doubled = new Slots(keys.length * 2);
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    doubled.put(keys[i], numbers[i]);
                }
            }
            return doubled;
        }
    }
}
