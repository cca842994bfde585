package org.hms.terminology.ecl;

import java.util.List;
import org.hms.terminology.ecl.Constraint.Direction;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.RowKind;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Finds the concepts that a constraint holds for, as bitmaps from the leaves up. A bitmap that was made is not changed. */
final class Evaluation {
    private static final String ROOT = "138875005";

    private final CompiledGraph graph;

    Evaluation(CompiledGraph graph) {
        this.graph = graph;
    }

    CompiledGraph graph() {
        return graph;
    }

    RoaringBitmap evaluate(Constraint constraint) {
        return switch (constraint) {
            case Constraint.One(var code) -> RoaringBitmap.bitmapOf(concept(code));
            case Constraint.Any _ -> everything();
            case Constraint.Related(var direction, var to) -> related(direction, evaluate(to));
            case Constraint.MemberOf members -> new MemberEvaluation(this).evaluate(members);
            case Constraint.Both(var parts) -> both(parts);
            case Constraint.Either(var parts) ->
                RoaringBitmap.or(parts.stream().map(this::evaluate).iterator());
            case Constraint.Without(var all, var without) -> RoaringBitmap.andNot(evaluate(all), evaluate(without));
            case Constraint.Refined(var focus, var refinement) ->
                new RefinementEvaluation(this).evaluate(refinement, evaluate(focus));
            case Constraint.Dotted(var from, var attributes) -> dotted(evaluate(from), attributes);
            case Constraint.Filtered(var all, var ofTexts, var tests) ->
                ofTexts
                        ? new TextEvaluation(graph).evaluate(evaluate(all), tests)
                        : new PropertyEvaluation(this).evaluate(evaluate(all), tests);
            case Constraint.WithHistory history -> new MemberEvaluation(this).withHistory(history);
        };
    }

    /** The ordinal of a concept that must be there. */
    int concept(String code) {
        var ordinal = graph.find(code);
        if (ordinal < 0) {
            throw new UnknownConceptException(code);
        }
        return ordinal;
    }

    /** The attributes whose names these are. */
    boolean[] attributes(Constraint name) {
        var wanted = name instanceof Constraint.Any ? null : evaluate(name);
        var keys = graph.rows().keys();
        var attributes = new boolean[keys.size()];
        for (var key = 0; key < attributes.length; key++) {
            if (graph.rows().kind(key) == RowKind.ATTRIBUTE) {
                var ordinal = graph.find(keys.get(key));
                attributes[key] = wanted == null || (ordinal >= 0 && wanted.contains(ordinal));
            }
        }
        return attributes;
    }

    /** {@code *} is short for the root and all beneath it; where there is no such root, all concepts in use. */
    private RoaringBitmap everything() {
        var root = graph.find(ROOT);
        return root < 0 ? graph.active() : related(Direction.DESCENDANTS_OR_SELF, RoaringBitmap.bitmapOf(root));
    }

    private RoaringBitmap both(List<Constraint> parts) {
        var left = evaluate(parts.getFirst());
        for (var part : parts.subList(1, parts.size())) {
            left = RoaringBitmap.and(left, evaluate(part));
        }
        return left;
    }

    private RoaringBitmap related(Direction direction, RoaringBitmap to) {
        var hierarchy = graph.hierarchy();
        return switch (direction) {
            case DESCENDANTS -> hierarchy.descendants(to);
            case DESCENDANTS_OR_SELF -> RoaringBitmap.or(hierarchy.descendants(to), to);
            case CHILDREN -> hierarchy.children(to);
            case CHILDREN_OR_SELF -> RoaringBitmap.or(hierarchy.children(to), to);
            case ANCESTORS -> hierarchy.ancestors(to);
            case ANCESTORS_OR_SELF -> RoaringBitmap.or(hierarchy.ancestors(to), to);
            case PARENTS -> hierarchy.parents(to);
            case PARENTS_OR_SELF -> RoaringBitmap.or(hierarchy.parents(to), to);
            case TOP -> RoaringBitmap.andNot(to, hierarchy.descendants(to));
            case BOTTOM -> RoaringBitmap.andNot(to, hierarchy.ancestors(to));
        };
    }

    private RoaringBitmap dotted(RoaringBitmap from, List<Constraint> names) {
        var concepts = from;
        var rows = graph.rows();
        for (var name : names) {
            var attributes = attributes(name);
            var found = new Bits(graph.size());
            concepts.forEach((IntConsumer) concept -> {
                for (var row = rows.firstRow(concept); row < rows.firstRow(concept + 1); row++) {
                    if (attributes[rows.key(row)] && rows.value(row) >= 0) {
                        found.add(rows.value(row));
                    }
                }
            });
            concepts = found.toBitmap();
        }
        return concepts;
    }
}
