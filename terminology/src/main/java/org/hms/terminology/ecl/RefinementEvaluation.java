package org.hms.terminology.ecl;

import java.util.HashMap;
import java.util.Map;
import org.hms.terminology.graph.AttributeRows;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.RowKind;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Finds, among some concepts, those that a refinement holds for. Postings give the concepts that have an attribute at all;
 * only where a cardinality or a role group is asked are the rows of these looked at.
 */
final class RefinementEvaluation {
    private final Evaluation evaluation;
    private final CompiledGraph graph;
    private final AttributeRows rows;
    private final Map<Refinement.Attribute, AttributeMatch> matches = new HashMap<>();

    RefinementEvaluation(Evaluation evaluation) {
        this.evaluation = evaluation;
        graph = evaluation.graph();
        rows = graph.rows();
    }

    RoaringBitmap evaluate(Refinement refinement, RoaringBitmap within) {
        return switch (refinement) {
            case Refinement.All(var parts) -> {
                var left = within;
                for (var part : parts) {
                    left = evaluate(part, left);
                }
                yield left;
            }
            case Refinement.Some(var parts) ->
                RoaringBitmap.or(
                        parts.stream().map(part -> evaluate(part, within)).iterator());
            case Refinement.Attribute attribute ->
                attribute.reversed() ? reversed(attribute, within) : attribute(attribute, within);
            case Refinement.Group(var cardinality, var attributes) -> group(cardinality, attributes, within);
        };
    }

    private RoaringBitmap attribute(Refinement.Attribute attribute, RoaringBitmap within) {
        var cardinality = attribute.cardinality();
        if (cardinality.min() == 0 && cardinality.max() == Integer.MAX_VALUE) {
            return within;
        }
        var match = match(attribute);
        var having = RoaringBitmap.and(match.having(), within);
        if (cardinality.equals(Cardinality.SOME)) {
            return having;
        }
        var found = cardinality.min() == 0 ? RoaringBitmap.andNot(within, having) : new RoaringBitmap();
        having.forEach((IntConsumer) concept -> {
            if (cardinality.has(count(match, rows.firstRow(concept), rows.firstRow(concept + 1)))) {
                found.add(concept);
            }
        });
        return found;
    }

    /** Each source that has the concept as such a value counts once. */
    private RoaringBitmap reversed(Refinement.Attribute attribute, RoaringBitmap within) {
        if (!(attribute.value() instanceof Refinement.AmongConcepts(var concepts, var negated))) {
            throw new EclException("A reversed attribute is compared with concepts");
        }
        var named = evaluation.evaluate(concepts);
        var sources = negated ? RoaringBitmap.andNot(graph.active(), named) : named;
        var attributes = evaluation.attributes(attribute.name());
        var counts = new int[graph.size()];
        var last = new int[graph.size()];
        sources.forEach((IntConsumer) source -> {
            for (var row = rows.firstRow(source); row < rows.firstRow(source + 1); row++) {
                var target = rows.value(row);
                if (target >= 0 && attributes[rows.key(row)] && last[target] != source + 1) {
                    last[target] = source + 1;
                    counts[target]++;
                }
            }
        });
        var found = new Bits(graph.size());
        within.forEach((IntConsumer) concept -> {
            if (attribute.cardinality().has(counts[concept])) {
                found.add(concept);
            }
        });
        return found.toBitmap();
    }

    private RoaringBitmap group(Cardinality cardinality, Refinement attributes, RoaringBitmap within) {
        var possible = possible(attributes, within);
        var found = cardinality.min() == 0 ? RoaringBitmap.andNot(within, possible) : new RoaringBitmap();
        possible.forEach((IntConsumer) concept -> {
            if (cardinality.has(countGroups(concept, attributes))) {
                found.add(concept);
            }
        });
        return found;
    }

    /** Those that may have such a group; whoever is not among them has none. */
    private RoaringBitmap possible(Refinement attributes, RoaringBitmap within) {
        return switch (attributes) {
            case Refinement.All(var parts) -> {
                var left = within;
                for (var part : parts) {
                    left = possible(part, left);
                }
                yield left;
            }
            case Refinement.Some(var parts) ->
                RoaringBitmap.or(
                        parts.stream().map(part -> possible(part, within)).iterator());
            case Refinement.Attribute attribute ->
                attribute.cardinality().min() == 0
                        ? within
                        : RoaringBitmap.and(match(attribute).having(), within);
            case Refinement.Group _ -> throw new EclException("A role group holds attributes, not groups");
        };
    }

    /** Rows of one group above 0 stand together; each row of group 0 is a group of its own. */
    private int countGroups(int concept, Refinement attributes) {
        var count = 0;
        var end = rows.firstRow(concept + 1);
        for (var from = rows.firstRow(concept); from < end; ) {
            var to = from + 1;
            var group = rows.group(from);
            while (group > 0 && to < end && rows.group(to) == group) {
                to++;
            }
            if (rows.kind(rows.key(from)) == RowKind.ATTRIBUTE && holds(attributes, from, to)) {
                count++;
            }
            from = to;
        }
        return count;
    }

    private boolean holds(Refinement attributes, int from, int to) {
        return switch (attributes) {
            case Refinement.All(var parts) -> parts.stream().allMatch(part -> holds(part, from, to));
            case Refinement.Some(var parts) -> parts.stream().anyMatch(part -> holds(part, from, to));
            case Refinement.Attribute attribute -> attribute.cardinality().has(count(match(attribute), from, to));
            case Refinement.Group _ -> throw new EclException("A role group holds attributes, not groups");
        };
    }

    private static int count(AttributeMatch match, int from, int to) {
        var count = 0;
        for (var row = from; row < to; row++) {
            count += match.is(row) ? 1 : 0;
        }
        return count;
    }

    private AttributeMatch match(Refinement.Attribute attribute) {
        if (attribute.reversed()) {
            throw new EclException("An attribute in a role group is not reversed");
        }
        var known = matches.get(attribute);
        if (known == null) {
            known = AttributeMatch.of(evaluation, attribute);
            matches.put(attribute, known);
        }
        return known;
    }
}
