package org.hms.terminology.ecl;

import java.util.function.IntPredicate;
import org.hms.terminology.graph.AttributeRows;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Which rows an attribute's name and value ask for, worked out once for a constraint. */
final class AttributeMatch {
    private final CompiledGraph graph;
    private final AttributeRows rows;
    private final boolean[] keys;
    private final IntPredicate values;
    private final @Nullable RoaringBitmap exact;
    private @Nullable RoaringBitmap having;

    private AttributeMatch(CompiledGraph graph, boolean[] keys, IntPredicate values, @Nullable RoaringBitmap exact) {
        this.graph = graph;
        rows = graph.rows();
        this.keys = keys;
        this.values = values;
        this.exact = exact;
    }

    static AttributeMatch of(Evaluation evaluation, Refinement.Attribute attribute) {
        var graph = evaluation.graph();
        var keys = evaluation.attributes(attribute.name());
        return switch (attribute.value()) {
            case Refinement.AmongConcepts(Constraint.Any _, var negated) ->
                new AttributeMatch(graph, keys, value -> value >= 0 && !negated, null);
            case Refinement.AmongConcepts(var concepts, var negated) -> {
                var wanted = evaluation.evaluate(concepts);
                yield new AttributeMatch(
                        graph, keys, value -> value >= 0 && wanted.contains(value) != negated, negated ? null : wanted);
            }
            case Refinement.AmongLiterals(var test) -> {
                var literals = new ValueTest(evaluation, test);
                yield new AttributeMatch(graph, keys, value -> value < 0 && literals.passes(value), null);
            }
        };
    }

    boolean is(int row) {
        return keys[rows.key(row)] && values.test(rows.value(row));
    }

    boolean is(int key, int value) {
        return keys[key] && values.test(value);
    }

    /** The concepts that have such a row. */
    RoaringBitmap having() {
        if (having == null) {
            var found = new Bits(graph.size());
            for (var key = 0; key < keys.length; key++) {
                if (keys[key] && exact != null) {
                    rows.gather(key, exact, found);
                } else if (keys[key]) {
                    rows.gather(key, values, found);
                }
            }
            having = found.toBitmap();
        }
        return having;
    }
}
