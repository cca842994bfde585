package org.hms.terminology.ecl;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Whether a stored value (a concept's ordinal or, below 0, a literal) passes a test. Not for several threads. */
final class ValueTest {
    private final Evaluation evaluation;
    private final FieldTest test;
    private final @Nullable RoaringBitmap concepts;
    private final Map<Integer, Boolean> known = new HashMap<>();

    ValueTest(Evaluation evaluation, FieldTest test) {
        this.evaluation = evaluation;
        this.test = test;
        concepts = switch (test.value()) {
            case FieldTest.Concepts(var wanted) -> evaluation.evaluate(wanted);
            case FieldTest.Named(var names) -> {
                var named = new RoaringBitmap();
                names.stream()
                        .mapToInt(name -> evaluation.graph().find(name.name()))
                        .filter(ordinal -> ordinal >= 0)
                        .forEach(named::add);
                yield named;
            }
            default -> null;
        };
    }

    boolean passes(int value) {
        return known.computeIfAbsent(value, this::compute);
    }

    private boolean compute(int value) {
        if (value >= 0) {
            return concepts != null && concepts.contains(value) != test.negated();
        }
        return passes(evaluation.graph().rows().literal(value));
    }

    /** Whether a literal passes that stands in no release. */
    boolean passes(String literal) {
        return switch (test.value()) {
            case FieldTest.Texts(var texts) ->
                texts.stream().anyMatch(text -> TextPattern.of(text).fits(literal)) != test.negated();
            case FieldTest.Number(var number) ->
                literal.startsWith("#") && test.order().holds(number(literal).compareTo(number));
            case FieldTest.Named(var names) ->
                names.stream().anyMatch(name -> name.name().equalsIgnoreCase(literal)) != test.negated();
            case FieldTest.Concepts _ -> false;
        };
    }

    private static BigDecimal number(String literal) {
        try {
            return new BigDecimal(literal.substring(1));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("The generation holds a number that is none", e);
        }
    }
}
