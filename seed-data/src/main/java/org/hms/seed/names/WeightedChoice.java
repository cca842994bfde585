package org.hms.seed.names;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Draws one of several values, each as often as its weight says. A draw costs one binary search. */
public final class WeightedChoice<T> {

    private final List<T> values;
    private final double[] cumulated;

    private WeightedChoice(List<T> values, double[] cumulated) {
        this.values = values;
        this.cumulated = cumulated;
    }

    /** @throws IllegalArgumentException if the weights sum to nothing */
    public static <T> WeightedChoice<T> of(List<T> values, ToDoubleFunction<? super T> weight) {
        var cumulated = new double[values.size()];
        var sum = 0.0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += weight.applyAsDouble(values.get(i));
            cumulated[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("A choice needs a positive weight");
        }
        return new WeightedChoice<>(List.copyOf(values), cumulated);
    }

    /** The same weights over other values. */
    public <U> WeightedChoice<U> map(Function<? super T, ? extends U> toOther) {
        return new WeightedChoice<>(values.stream().<U>map(toOther).toList(), cumulated);
    }

    public T draw(RandomGenerator random) {
        var point = random.nextDouble() * cumulated[cumulated.length - 1];
        var found = Arrays.binarySearch(cumulated, point);
        var index = found < 0 ? -found - 1 : found + 1;
        return values.get(Math.min(index, values.size() - 1));
    }
}
