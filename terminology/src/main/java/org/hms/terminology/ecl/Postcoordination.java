package org.hms.terminology.ecl;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hms.terminology.graph.CompiledGraph;

/** Expressions over a release: whether they are right, how they are shown, which constraints hold for them. */
public final class Postcoordination {
    /** What may be an attribute's name stands beneath one of these: concept model attribute, linkage concept. */
    private static final String ATTRIBUTES = "410662002,106237007";

    private static final Pattern BEGINNING = Pattern.compile("\\s*(===|<<<)?\\s*\\d+\\D");

    private final CompiledGraph graph;
    private final Expression expression;

    private Postcoordination(CompiledGraph graph, Expression expression) {
        this.graph = graph;
        this.expression = expression;
    }

    /** Empty where the text is a plain code or no right expression. */
    public static Optional<Postcoordination> find(String text, CompiledGraph graph) {
        try {
            return BEGINNING.matcher(text).lookingAt()
                    ? Optional.of(ExpressionReader.read(text))
                            .filter(expression -> fault(expression, graph).isEmpty())
                            .map(expression -> new Postcoordination(graph, expression))
                    : Optional.empty();
        } catch (EclException _) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text that begins as an expression does; empty where it is right, or no expression is meant. */
    public static Optional<String> fault(String text, CompiledGraph graph) {
        try {
            return BEGINNING.matcher(text).lookingAt() ? fault(ExpressionReader.read(text), graph) : Optional.empty();
        } catch (EclException e) {
            return Optional.ofNullable(e.getMessage());
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

    /** The same for an expression that stands within this one. */
    public String display(Expression shown) {
        return ExpressionWriter.shown(shown, code -> code + "|" + graph.display(graph.find(code)) + "|");
    }

    /** The language of the display, with the region of the dialect whose preferred terms it is made of. */
    public String language() {
        var texts = graph.designations();
        var shown = texts.of(focus()).stream()
                .filter(number -> texts.text(number).equals(graph.display(focus())))
                .toList();
        return Dialects.tag(
                        graph.language(),
                        dialect -> shown.stream().anyMatch(number -> texts.isPreferred(number, dialect)))
                .orElseGet(graph::language);
    }

    /** The form that all ways to write this expression have in common. */
    public String normalForm() {
        return ExpressionWriter.normalForm(expression);
    }

    /** The constraint for the expression and all that is beneath it by its structure. */
    public String constraint() {
        return ExpressionWriter.constraint(expression);
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
    private static Optional<String> fault(Expression expression, CompiledGraph graph) {
        var attributes = expression.groups().stream().flatMap(group -> group.attributes().stream());
        return Stream.concat(
                        expression.focus().stream().flatMap(code -> unknown(code, graph).stream()),
                        attributes.flatMap(attribute -> fault(attribute, graph).stream()))
                .findFirst();
    }

    private static Optional<String> fault(Expression.Attribute attribute, CompiledGraph graph) {
        var fault = unknown(attribute.name(), graph)
                .or(() -> isAttribute(graph.find(attribute.name()), graph)
                        ? Optional.empty()
                        : Optional.of("Concept " + attribute.name()
                                + " is not valid in this context (must be a descendent of one of " + ATTRIBUTES + ")"));
        return fault.or(() -> switch (attribute.value()) {
            case Expression.Concept(var code) -> unknown(code, graph);
            case Expression.Nested(var nested) -> fault(nested, graph);
            case Expression.Literal _ -> Optional.empty();
        });
    }

    private static Optional<String> unknown(String code, CompiledGraph graph) {
        return graph.find(code) < 0 ? Optional.of("Concept " + code + " not found") : Optional.empty();
    }

    /** A release that has neither of the two cannot tell. */
    private static boolean isAttribute(int concept, CompiledGraph graph) {
        var tops = Stream.of(ATTRIBUTES.split(","))
                .map(graph::find)
                .filter(top -> top >= 0)
                .toList();
        return tops.isEmpty() || tops.stream().anyMatch(top -> graph.hierarchy().subsumes(top, concept));
    }
}
