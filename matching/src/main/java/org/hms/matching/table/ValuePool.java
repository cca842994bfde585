package org.hms.matching.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the distinct values of a column from 1 on; 0 is a text that says nothing. A text is read once, however often it is
 * met, and texts that read alike have one number. Thread-safe; which value has which number is left to chance.
 */
public final class ValuePool<V> {
    private final HashNumbers byText = new HashNumbers();
    private final HashNumbers byKey = new HashNumbers();
    private final List<V> values = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Function<String, @Nullable V> reader;
    private final Function<V, String> key;

    /**
     * @param reader of a text as the file writes it; null where it says nothing
     * @param key equal for two values that count as the same
     */
    public ValuePool(Function<String, @Nullable V> reader, Function<V, String> key) {
        this.reader = reader;
        this.key = key;
    }

    public int number(String text) {
        return text.isEmpty() ? 0 : byText.number(Hash.of(text), () -> read(text));
    }

    private int read(String text) {
        var value = reader.apply(text);
        return value == null ? 0 : numberOf(value);
    }

    /** The number of a value that was read elsewhere. */
    public int numberOf(V value) {
        return byKey.numberOnce(Hash.of(key.apply(value)), () -> add(value));
    }

    private int add(V value) {
        lock.lock();
        try {
            values.add(value);
            return values.size();
        } finally {
            lock.unlock();
        }
    }

    /** The number of a value that two other numbers make, asked for only where they never met. */
    int numberOfPair(int first, int second, Supplier<V> maker) {
        return byText.number(Hash.combine(first, second), () -> numberOf(maker.get()));
    }

    /** The value of a number from 1 on. */
    V value(int number) {
        lock.lock();
        try {
            return values.get(number - 1);
        } finally {
            lock.unlock();
        }
    }

    ValueColumn<V> column(int[] numbers) {
        return new ValueColumn<>(numbers, List.copyOf(values));
    }
}
