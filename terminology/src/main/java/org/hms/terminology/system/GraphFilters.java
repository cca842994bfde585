package org.hms.terminology.system;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hms.terminology.ecl.Ecl;
import org.hms.terminology.graph.Bits;
import org.hms.terminology.graph.CompiledGraph;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** The filters of value sets over a graph: FHIR's on concepts and properties, and SNOMED CT's with ECL. */
final class GraphFilters {
    private static final String REFERENCE_SET = "900000000000455006";

    private static final Map<String, String> KEYS = Map.of("module", "moduleId");

    private static final Set<String> OF_HIERARCHY =
            Set.of("=", "is-a", "descendent-of", "is-not-a", "generalizes", "child-of", "descendent-leaf");

    private final CompiledGraph graph;

    GraphFilters(CompiledGraph graph) {
        this.graph = graph;
    }

    /** Empty where there is no such property or operator. */
    Optional<RoaringBitmap> select(String property, String operator, String value) {
        return switch (property) {
            case "concept", "code" -> byConcept(operator, value);
            case "constraint", "expression" ->
                operator.equals("=") ? Optional.of(Ecl.evaluate(value, graph)) : Optional.empty();
            case "expressions" -> operator.equals("=") ? Optional.of(all()) : Optional.empty();
            case "refset" -> operator.equals("=") ? members(value) : Optional.empty();
            case "inactive" -> byTruth(operator, value, inactive());
            case "sufficientlyDefined" ->
                byTruth(operator, value, having("definitionStatusId", Set.of("900000000000073002")::contains));
            case "ancestor" -> operator.equals("=") ? byConcept("descendent-of", value) : Optional.empty();
            case "parent" -> byParent(operator, value);
            case "child" -> byChild(operator, value);
            default -> byProperty(KEYS.getOrDefault(property, property), operator, value);
        };
    }

    private Optional<RoaringBitmap> byConcept(String operator, String value) {
        if (operator.equals("in") || operator.equals("not-in")) {
            var wanted = graph.refsets()
                    .find(value)
                    .map(set -> set.members().clone())
                    .orElseGet(() -> codes(value));
            return Optional.of(operator.equals("in") ? wanted : RoaringBitmap.andNot(all(), wanted));
        }
        var ordinal = graph.find(value);
        if (ordinal < 0 && OF_HIERARCHY.contains(operator)) {
            return Optional.of(operator.equals("is-not-a") ? all() : new RoaringBitmap());
        }
        if (ordinal < 0) {
            return Optional.empty();
        }
        var self = RoaringBitmap.bitmapOf(ordinal);
        var hierarchy = graph.hierarchy();
        return switch (operator) {
            case "=" -> Optional.of(self);
            case "is-a" -> Optional.of(RoaringBitmap.or(hierarchy.descendants(ordinal), self));
            case "descendent-of" -> Optional.of(hierarchy.descendants(ordinal));
            case "is-not-a" ->
                Optional.of(RoaringBitmap.andNot(RoaringBitmap.andNot(all(), hierarchy.descendants(ordinal)), self));
            case "generalizes" -> Optional.of(RoaringBitmap.or(hierarchy.ancestors(ordinal), self));
            case "child-of" -> Optional.of(RoaringBitmap.bitmapOf(hierarchy.children(ordinal)));
            case "descendent-leaf" -> Optional.of(leaves(hierarchy.descendants(ordinal)));
            default -> Optional.empty();
        };
    }

    /** Empty for a concept that is no reference set. */
    private Optional<RoaringBitmap> members(String code) {
        var set = graph.refsets().find(code);
        if (set.isPresent()) {
            return Optional.of(set.get().members().clone());
        }
        var concept = graph.find(code);
        var top = graph.find(REFERENCE_SET);
        return concept >= 0 && top >= 0 && graph.hierarchy().subsumes(top, concept)
                ? Optional.of(new RoaringBitmap())
                : Optional.empty();
    }

    private Optional<RoaringBitmap> byParent(String operator, String value) {
        var ordinal = graph.find(value);
        return operator.equals("=") && ordinal >= 0
                ? Optional.of(RoaringBitmap.bitmapOf(graph.hierarchy().children(ordinal)))
                : Optional.empty();
    }

    private Optional<RoaringBitmap> byChild(String operator, String value) {
        if (operator.equals("exists")) {
            return byTruth("=", value, RoaringBitmap.andNot(all(), leaves(all())));
        }
        var ordinal = graph.find(value);
        return operator.equals("=") && ordinal >= 0
                ? Optional.of(RoaringBitmap.bitmapOf(graph.hierarchy().parents(ordinal)))
                : Optional.empty();
    }

    private Optional<RoaringBitmap> byTruth(String operator, String value, RoaringBitmap holds) {
        if (!operator.equals("=") || !(value.equals("true") || value.equals("false"))) {
            return Optional.empty();
        }
        return Optional.of(value.equals("true") ? holds : RoaringBitmap.andNot(all(), holds));
    }

    private Optional<RoaringBitmap> byProperty(String key, String operator, String value) {
        if (graph.rows().findKey(key) < 0) {
            return Optional.empty();
        }
        return switch (operator) {
            case "=" -> Optional.of(having(key, value::equals));
            case "in" -> Optional.of(having(key, list(value)::contains));
            case "not-in" -> Optional.of(RoaringBitmap.andNot(all(), having(key, list(value)::contains)));
            case "exists" -> byTruth("=", value, having(key, _ -> true));
            default -> Optional.empty();
        };
    }

    /** The concepts with a value that passes; a value that is a concept may be asked by its code or its text. */
    private RoaringBitmap having(String key, Predicate<String> passes) {
        var rows = graph.rows();
        var number = rows.findKey(key);
        var found = new Bits(graph.size());
        if (number >= 0) {
            rows.gather(
                    number,
                    value -> value < 0
                            ? passes.test(plain(rows.literal(value)))
                            : passes.test(graph.code(value)) || passes.test(graph.display(value)),
                    found);
        }
        return found.toBitmap();
    }

    /** A number is stored with a sign before it, which nobody asks for. */
    private static String plain(String literal) {
        return literal.startsWith("#") ? literal.substring(1) : literal;
    }

    private RoaringBitmap codes(String list) {
        var found = new RoaringBitmap();
        list(list).stream()
                .mapToInt(graph::find)
                .filter(ordinal -> ordinal >= 0)
                .forEach(found::add);
        return found;
    }

    private static Set<String> list(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private RoaringBitmap leaves(RoaringBitmap concepts) {
        var leaves = new RoaringBitmap();
        concepts.forEach((IntConsumer) concept -> {
            if (graph.hierarchy().countDescendants(concept) == 0) {
                leaves.add(concept);
            }
        });
        return leaves;
    }

    private RoaringBitmap inactive() {
        return RoaringBitmap.andNot(all(), graph.active());
    }

    private RoaringBitmap all() {
        return RoaringBitmap.bitmapOfRange(0, graph.size());
    }
}
