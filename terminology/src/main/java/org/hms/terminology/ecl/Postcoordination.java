package org.hms.terminology.ecl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hms.terminology.graph.CompiledGraph;

/** Expressions over a release: whether they are right, how they are shown, which constraints hold for them. */
public final class Postcoordination {
    private static final String ATTRIBUTE = "410662002";

    private final CompiledGraph graph;
    private final Expression expression;

    private Postcoordination(CompiledGraph graph, Expression expression) {
        this.graph = graph;
        this.expression = expression;
    }

    /** Empty where the text is a plain code or no right expression. */
    public static Optional<Postcoordination> find(String text, CompiledGraph graph) {
        if (text.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        try {
            var expression = ExpressionReader.read(text);
            return isRight(expression, graph) ? Optional.of(new Postcoordination(graph, expression)) : Optional.empty();
        } catch (EclException _) {
            return Optional.empty();
        }
    }

    public Expression expression() {
        return expression;
    }

    /** The ordinal of the first focus concept. */
    public int focus() {
        return graph.find(expression.focus().getFirst());
    }

    /** The expression without spaces, each concept with the text that the release shows. */
    public String display() {
        return display(expression);
    }

    /** Whether the expression is among what the constraint means. */
    public boolean satisfies(String constraint) {
        try {
            return new ExpressionEvaluation(graph, expression).satisfies(Ecl.parse(constraint));
        } catch (UnknownConceptException e) {
            throw Ecl.invalid(constraint, e.getMessage());
        }
    }

    /** Every concept is known, and every attribute's name is an attribute. */
    private static boolean isRight(Expression expression, CompiledGraph graph) {
        var attribute = graph.find(ATTRIBUTE);
        for (var code : expression.focus()) {
            if (graph.find(code) < 0) {
                return false;
            }
        }
        for (var group : expression.groups()) {
            for (var one : group.attributes()) {
                var name = graph.find(one.name());
                if (name < 0 || (attribute >= 0 && !graph.hierarchy().subsumes(attribute, name))) {
                    return false;
                }
                var right = switch (one.value()) {
                    case Expression.Concept(var code) -> graph.find(code) >= 0;
                    case Expression.Nested(var nested) -> isRight(nested, graph);
                    case Expression.Literal _ -> true;
                };
                if (!right) {
                    return false;
                }
            }
        }
        return true;
    }

    private String display(Expression shown) {
        var focus = shown.focus().stream().map(this::display).collect(Collectors.joining("+"));
        var parts = new ArrayList<String>();
        for (var group : shown.groups()) {
            var attributes = display(group.attributes());
            parts.add(group.braced() ? "{" + attributes + "}" : attributes);
        }
        return parts.isEmpty() ? focus : focus + ":" + String.join(",", parts);
    }

    private String display(List<Expression.Attribute> attributes) {
        return attributes.stream()
                .map(attribute -> display(attribute.name()) + "="
                        + switch (attribute.value()) {
                            case Expression.Concept(var code) -> display(code);
                            case Expression.Nested(var nested) -> "(" + display(nested) + ")";
                            case Expression.Literal(var text) -> text;
                        })
                .collect(Collectors.joining(","));
    }

    private String display(String code) {
        return code + "|" + graph.display(graph.find(code)) + "|";
    }
}
