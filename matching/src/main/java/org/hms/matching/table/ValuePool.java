package org.hms.matching.table;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the distinct values of a column from 1 on; 0 is a text that says nothing. A text is read once, however often it is
 * met: ask whether it is {@link #known}, and {@link #learn} what it says where it is not. Texts that read alike have one number.
 * Thread-safe; which value has which number is left to chance.
 */
public final class ValuePool<V> {
    /** The number of a text that was not read yet. */
    public static final int UNREAD = HashNumbers.ABSENT;

    private final HashNumbers byText = new HashNumbers();
    private final HashNumbers byKey = new HashNumbers();
    private final Numbered<V> values = new Numbered<>();
    private final Function<V, String> key;

    /** @param key equal for two values that count as the same */
    public ValuePool(Function<V, String> key) {
        this.key = key;
    }

    /** The number of a text by its hash; {@link #UNREAD} where nobody has read it. */
    public int known(long text) {
        return byText.get(text);
    }

    /**
     * Keeps what a text says.
     *
     * @param text its hash
     * @param value null where it says nothing
     */
    public int learn(long text, @Nullable V value) {
        return learnNumber(text, value == null ? 0 : numberOf(value));
    }

    /** Keeps the number that a text was found to have. */
    public int learnNumber(long text, int number) {
        return byText.put(text, number);
    }

    /** The number of a value that was read elsewhere. */
    public int numberOf(V value) {
        return byKey.putOnce(Hash.of(key.apply(value)), () -> values.add(value));
    }

    /** The number of the value that two other numbers make. */
    int numberOfPair(int first, int second, Supplier<V> maker) {
        long hash = Hash.combine(first, second);
        int known = byKey.get(hash);
        return known == HashNumbers.ABSENT ? byKey.putOnce(hash, () -> values.add(maker.get())) : known;
    }

    /** The value of a number from 1 on. */
    V value(int number) {
        return values.get(number);
    }

    ValueColumn<V> column(int[] numbers) {
        return new ValueColumn<>(numbers, values.toList());
    }
}
