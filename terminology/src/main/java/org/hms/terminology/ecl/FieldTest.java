package org.hms.terminology.ecl;

import java.math.BigDecimal;
import java.util.List;

/** A test of one field of a concept, text or member, or of a literal value. */
public record FieldTest(String field, Order order, Operand value) {

    /** What the field is compared with. */
    public sealed interface Operand {}

    /** Any of these texts. */
    public record Texts(List<Text> texts) implements Operand {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    public record Number(BigDecimal number) implements Operand {}

    /** Any of these words or codes, each with how well a text is to be accepted in it, if that matters. */
    public record Named(List<Name> names) implements Operand {
        public Named {
            names = List.copyOf(names);
        }
    }

    public record Concepts(Constraint concepts) implements Operand {}

    /** A text and whether its words begin words of the other, or all of it is a pattern. */
    public record Text(String text, boolean wild) {}

    public record Name(String name, List<String> acceptability) {
        public Name {
            acceptability = List.copyOf(acceptability);
        }
    }

    /** How two values stand to each other. */
    public enum Order {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Order of(String sign) {
            return switch (sign) {
                case "=" -> EQUAL;
                case "<" -> LESS;
                case "<=" -> LESS_OR_EQUAL;
                case ">" -> GREATER;
                case ">=" -> GREATER_OR_EQUAL;
                default -> NOT_EQUAL;
            };
        }

        /** Whether a comparison with this sign stands in this order. */
        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }

    /** Whether equal or not equal is asked; the other orders make no sense of such a field. */
    boolean negated() {
        if (order != Order.EQUAL && order != Order.NOT_EQUAL) {
            throw new EclException("The field " + field + " has no order");
        }
        return order == Order.NOT_EQUAL;
    }
}
