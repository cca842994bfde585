package org.hms.terminology.ecl;

import java.util.ArrayList;
import java.util.List;
import org.hms.terminology.ecl.Constraint.Direction;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.RowKind;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Whether a constraint holds for an expression: it stands beneath its focus concepts, and has their attributes with its
 * own; an own one takes the place of a focus's that it makes narrower. Concepts that only a definition would put above it
 * are not seen.
 */
final class ExpressionEvaluation {

    /** An attribute: its name, and a concept, an expression or a literal. */
    private record Row(
            int name,
            int concept,
            @Nullable ExpressionEvaluation nested,
            @Nullable String literal) {}

    private final CompiledGraph graph;
    private final Evaluation evaluation;
    private final RoaringBitmap above = new RoaringBitmap();
    private final boolean isConcept;
    private final int focus;
    private final List<List<Row>> groups = new ArrayList<>();

    ExpressionEvaluation(CompiledGraph graph, Expression expression) {
        this.graph = graph;
        evaluation = new Evaluation(graph);
        focus = graph.find(expression.focus().getFirst());
        isConcept = expression.groups().isEmpty() && expression.focus().size() == 1;
        for (var code : expression.focus()) {
            above.add(graph.find(code));
            above.or(graph.hierarchy().ancestors(graph.find(code)));
        }
        for (var group : expression.groups()) {
            groups.add(group.attributes().stream().map(this::row).toList());
        }
        var own = groups.stream().flatMap(List::stream).toList();
        expression.focus().forEach(code -> addGroupsOf(graph.find(code), own));
    }

    boolean satisfies(Constraint constraint) {
        if (isConcept) {
            return evaluation.evaluate(constraint).contains(focus);
        }
        return switch (constraint) {
            case Constraint.Any _ -> true;
            case Constraint.Related(var direction, var to) ->
                (direction == Direction.DESCENDANTS || direction == Direction.DESCENDANTS_OR_SELF)
                        && RoaringBitmap.intersects(evaluation.evaluate(to), above);
            case Constraint.Both(var parts) -> parts.stream().allMatch(this::satisfies);
            case Constraint.Either(var parts) -> parts.stream().anyMatch(this::satisfies);
            case Constraint.Without(var all, var without) -> satisfies(all) && !satisfies(without);
            case Constraint.Refined(var all, var refinement) -> satisfies(all) && holds(refinement);
            case Constraint.WithHistory history -> satisfies(history.of());
            case Constraint.One _, Constraint.MemberOf _, Constraint.Dotted _, Constraint.Filtered _ -> {
                evaluation.evaluate(constraint);
                yield false;
            }
        };
    }

    private boolean holds(Refinement refinement) {
        return switch (refinement) {
            case Refinement.All(var parts) -> parts.stream().allMatch(this::holds);
            case Refinement.Some(var parts) -> parts.stream().anyMatch(this::holds);
            case Refinement.Attribute attribute ->
                attribute
                        .cardinality()
                        .has(count(
                                attribute, groups.stream().flatMap(List::stream).toList()));
            case Refinement.Group(var cardinality, var attributes) ->
                cardinality.has((int) groups.stream()
                        .filter(group -> holds(attributes, group))
                        .count());
        };
    }

    private boolean holds(Refinement attributes, List<Row> group) {
        return switch (attributes) {
            case Refinement.All(var parts) -> parts.stream().allMatch(part -> holds(part, group));
            case Refinement.Some(var parts) -> parts.stream().anyMatch(part -> holds(part, group));
            case Refinement.Attribute attribute -> attribute.cardinality().has(count(attribute, group));
            case Refinement.Group _ -> throw new EclException("A role group holds attributes, not groups");
        };
    }

    private int count(Refinement.Attribute attribute, List<Row> rows) {
        if (attribute.reversed()) {
            return 0;
        }
        var names = attribute.name() instanceof Constraint.Any ? null : evaluation.evaluate(attribute.name());
        return (int) rows.stream()
                .filter(row -> names == null || names.contains(row.name()))
                .filter(row -> isValue(attribute.value(), row))
                .count();
    }

    private boolean isValue(Refinement.Comparison comparison, Row row) {
        return switch (comparison) {
            case Refinement.AmongConcepts(var concepts, var negated) -> {
                if (row.nested() != null) {
                    yield row.nested().satisfies(concepts) != negated;
                }
                yield row.concept() >= 0 && evaluation.evaluate(concepts).contains(row.concept()) != negated;
            }
            case Refinement.AmongLiterals(var test) ->
                row.literal() != null && new ValueTest(evaluation, test).passes(row.literal());
        };
    }

    private Row row(Expression.Attribute attribute) {
        var name = graph.find(attribute.name());
        return switch (attribute.value()) {
            case Expression.Concept(var code) -> new Row(name, graph.find(code), null, null);
            case Expression.Nested(var nested) -> new Row(name, -1, new ExpressionEvaluation(graph, nested), null);
            case Expression.Literal(var text) -> new Row(name, -1, null, text);
        };
    }

    private void addGroupsOf(int concept, List<Row> own) {
        var rows = graph.rows();
        var end = rows.firstRow(concept + 1);
        for (var from = rows.firstRow(concept); from < end; ) {
            var to = from + 1;
            while (rows.group(from) > 0 && to < end && rows.group(to) == rows.group(from)) {
                to++;
            }
            var group = new ArrayList<Row>();
            for (var row = from; row < to; row++) {
                var name = graph.find(rows.keys().get(rows.key(row)));
                if (rows.kind(rows.key(row)) == RowKind.ATTRIBUTE && !isNarrowed(name, rows.value(row), own)) {
                    var value = rows.value(row);
                    group.add(new Row(name, value, null, value < 0 ? rows.literal(value) : null));
                }
            }
            if (!group.isEmpty()) {
                groups.add(group);
            }
            from = to;
        }
    }

    private boolean isNarrowed(int name, int value, List<Row> own) {
        return own.stream()
                .anyMatch(row -> row.name() == name
                        && value >= 0
                        && row.concept() >= 0
                        && graph.hierarchy().subsumes(value, row.concept()));
    }
}
