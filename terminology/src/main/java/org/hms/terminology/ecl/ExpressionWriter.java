package org.hms.terminology.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes expressions: with texts, in the form that equal ones have in common, and as the constraint for all beneath. */
final class ExpressionWriter {
    private static final Set<String> TRUTH = Set.of("true", "false");

    private final UnaryOperator<String> concept;
    private final UnaryOperator<Stream<String>> order;

    private ExpressionWriter(UnaryOperator<String> concept, UnaryOperator<Stream<String>> order) {
        this.concept = concept;
        this.order = order;
    }

    /** As it was written, without spaces, each concept as the function says. */
    static String shown(Expression expression, UnaryOperator<String> concept) {
        return new ExpressionWriter(concept, parts -> parts).write(expression);
    }

    /** The order of concepts, groups and attributes means nothing. */
    static String normalForm(Expression expression) {
        return new ExpressionWriter(code -> code, Stream::sorted).write(expression);
    }

    private String write(Expression expression) {
        var focus = order.apply(expression.focus().stream().map(concept)).collect(Collectors.joining("+"));
        var groups = order.apply(expression.groups().stream().map(this::write)).collect(Collectors.joining(","));
        return groups.isEmpty() ? focus : focus + ":" + groups;
    }

    private String write(Expression.Group group) {
        var attributes =
                order.apply(group.attributes().stream().map(this::write)).collect(Collectors.joining(","));
        return group.braced() ? "{" + attributes + "}" : attributes;
    }

    private String write(Expression.Attribute attribute) {
        return concept.apply(attribute.name()) + "="
                + switch (attribute.value()) {
                    case Expression.Concept(var code) -> concept.apply(code);
                    case Expression.Nested(var nested) -> "(" + write(nested) + ")";
                    case Expression.Literal(var text) -> text;
                };
    }

    /** The constraint for the expression and all that is beneath it by its structure. */
    static String constraint(Expression expression) {
        var focus = expression.focus().stream().map(code -> "<< " + code).collect(Collectors.joining(" AND "));
        var groups = new ArrayList<String>();
        for (var group : expression.groups()) {
            var attributes = constraint(group.attributes());
            groups.add(group.braced() ? "{ " + attributes + " }" : attributes);
        }
        return groups.isEmpty() ? focus : "(" + focus + ") : " + String.join(", ", groups);
    }

    private static String constraint(List<Expression.Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> "<< " + attribute.name() + " = "
                        + switch (attribute.value()) {
                            case Expression.Concept(var code) -> "<< " + code;
                            case Expression.Nested(var nested) -> "(" + constraint(nested) + ")";
                            case Expression.Literal(var text) -> literal(text);
                        })
                .collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return text.startsWith("#") || TRUTH.contains(text.toLowerCase(Locale.ROOT)) ? text : '"' + text + '"';
    }
}
