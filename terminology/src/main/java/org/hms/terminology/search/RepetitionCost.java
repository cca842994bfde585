package org.hms.terminology.search;

import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many states a regular expression grows to when what it says to repeat is written out. */
final class RepetitionCost {
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{0,9})(,([0-9]{0,9}))?}");
    private static final long MOST = 1_000_000_000L;

    private final ArrayDeque<Long> open = new ArrayDeque<>();
    private long sum;
    private long last;

    private RepetitionCost() {}

    static long of(String expression) {
        var cost = new RepetitionCost();
        var repetition = REPETITION.matcher(expression);
        for (var at = 0; at < expression.length(); at++) {
            switch (expression.charAt(at)) {
                case '\\' -> {
                    at++;
                    cost.add(1);
                }
                case '[' -> {
                    at = endOfClass(expression, at);
                    cost.add(1);
                }
                case '(' -> cost.push();
                case ')' -> cost.pop();
                case '{' -> {
                    if (repetition.region(at, expression.length()).lookingAt()) {
                        cost.repeat(Math.max(number(repetition.group(1)), number(repetition.group(3))));
                        at = repetition.end() - 1;
                    }
                }
                default -> cost.add(1);
            }
        }
        while (!cost.open.isEmpty()) {
            cost.pop();
        }
        return cost.sum;
    }

    private static int endOfClass(String expression, int from) {
        var at = from + 1;
        while (at < expression.length() && expression.charAt(at) != ']') {
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static long number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 1 : Long.parseLong(digits);
    }

    private void add(long states) {
        last = states;
        sum = Math.min(MOST, sum + states);
    }

    private void push() {
        open.push(sum);
        sum = 0;
    }

    private void pop() {
        var inner = sum;
        sum = open.isEmpty() ? 0 : open.pop();
        add(inner);
    }

    /** The last thing once more for each time but the first. */
    private void repeat(long times) {
        var repeated = last * Math.max(times, 1);
        sum = Math.min(MOST, sum - last + repeated);
        last = Math.min(MOST, repeated);
    }
}
