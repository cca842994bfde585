package org.hms.terminology.ecl;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.hms.terminology.graph.ReferenceSets.ReferenceSet;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Members of reference sets, and what history says of concepts that are no longer in use. */
final class MemberEvaluation {
    private static final String HISTORICAL = "900000000000522004";
    private static final String COMPONENT = "referencedcomponentid";
    private static final String TARGET = "targetComponentId";
    private static final List<String> MIN = List.of("900000000000527005");
    private static final List<String> MOD =
            List.of("900000000000527005", "900000000000526001", "900000000000528000", "1186924009");

    private final Evaluation evaluation;
    private final CompiledGraph graph;

    MemberEvaluation(Evaluation evaluation) {
        this.evaluation = evaluation;
        graph = evaluation.graph();
    }

    RoaringBitmap evaluate(Constraint.MemberOf members) {
        var found = new RoaringBitmap();
        for (var set : sets(members.refsets())) {
            if (members.tests().isEmpty() && isComponentOnly(members.fields())) {
                found.or(set.members());
            } else {
                found.or(ofRows(set, members));
            }
        }
        return found;
    }

    RoaringBitmap withHistory(Constraint.WithHistory history) {
        var current = evaluation.evaluate(history.of());
        var sets = switch (history.profile()) {
            case MIN -> known(MIN);
            case MOD -> known(MOD);
            case MAX -> historical();
            case NAMED ->
                history.associations().stream()
                        .flatMap(association -> sets(association).stream())
                        .toList();
        };
        var found = current.clone();
        for (var set : sets) {
            var field = set.fields().indexOf(TARGET);
            for (var row = 0; field >= 0 && row < set.rows(); row++) {
                var target = set.value(row, field);
                if (target >= 0 && current.contains(target)) {
                    found.add(set.component(row));
                }
            }
        }
        return found;
    }

    /** The association reference sets beneath the historical ones; all associations, where the release does not say. */
    private List<ReferenceSet> historical() {
        var top = graph.find(HISTORICAL);
        var beneath = top < 0 ? new RoaringBitmap() : graph.hierarchy().descendants(top);
        return graph.refsets().list().stream()
                .filter(code -> beneath.isEmpty() || (graph.find(code) >= 0 && beneath.contains(graph.find(code))))
                .flatMap(code -> graph.refsets().find(code).stream())
                .filter(set -> set.fields().equals(List.of(TARGET)))
                .toList();
    }

    private List<ReferenceSet> known(List<String> codes) {
        return codes.stream()
                .flatMap(code -> graph.refsets().find(code).stream())
                .toList();
    }

    /** A release may hold a reference set whose concept it lacks. */
    private List<ReferenceSet> sets(Constraint constraint) {
        if (constraint instanceof Constraint.One(var code)) {
            var named = graph.refsets().find(code);
            if (named.isEmpty()) {
                evaluation.concept(code);
            }
            return named.stream().toList();
        }
        if (constraint instanceof Constraint.Any) {
            return known(graph.refsets().list());
        }
        var wanted = evaluation.evaluate(constraint);
        return graph.refsets().list().stream()
                .filter(code -> graph.find(code) >= 0 && wanted.contains(graph.find(code)))
                .flatMap(code -> graph.refsets().find(code).stream())
                .toList();
    }

    private static boolean isComponentOnly(List<String> fields) {
        return fields.stream().allMatch(field -> field.toLowerCase(Locale.ROOT).equals(COMPONENT));
    }

    private RoaringBitmap ofRows(ReferenceSet set, Constraint.MemberOf members) {
        var tests = members.tests().stream()
                .map(test -> new ValueTest(evaluation, test))
                .toList();
        var tested = members.tests().stream()
                .mapToInt(test -> field(set, test.field()))
                .toArray();
        var wanted = members.fields().isEmpty()
                ? new int[] {-1}
                : members.fields().equals(List.of("*"))
                        ? IntStream.range(-1, set.fields().size()).toArray()
                        : members.fields().stream()
                                .mapToInt(name -> field(set, name))
                                .toArray();
        var found = new Bits(graph.size());
        eachRow(set, row -> {
            for (var test = 0; test < tested.length; test++) {
                if (!tests.get(test).passes(value(set, row, tested[test]))) {
                    return;
                }
            }
            for (var field : wanted) {
                var value = value(set, row, field);
                if (value >= 0) {
                    found.add(value);
                }
            }
        });
        return found.toBitmap();
    }

    /** A set without further fields has no rows but its members. */
    private static void eachRow(ReferenceSet set, IntConsumer rows) {
        if (set.fields().isEmpty()) {
            set.members().forEach(rows);
        } else {
            IntStream.range(0, set.rows()).forEach(rows::accept);
        }
    }

    private static int value(ReferenceSet set, int row, int field) {
        if (field >= 0) {
            return set.value(row, field);
        }
        return set.fields().isEmpty() ? row : set.component(row);
    }

    /** The number of a field, or -1 for the component that a row speaks of. */
    private static int field(ReferenceSet set, String name) {
        if (name.toLowerCase(Locale.ROOT).equals(COMPONENT)) {
            return -1;
        }
        for (var field = 0; field < set.fields().size(); field++) {
            if (set.fields().get(field).equalsIgnoreCase(name)) {
                return field;
            }
        }
        throw new EclException("The reference set has the fields " + set.fields() + ", not " + name);
    }
}
