package org.hms.terminology.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hms.terminology.content.PropertyDefinition;

/**
 * The concepts of a definition numbered depth first, with who stands under whom: by nesting, and by the properties that
 * name parents and children. Of a code that stands twice the first counts.
 */
record ConceptOrder(List<DefinedConcept> concepts, Map<String, Integer> ordinals, int[][] parents, int[][] children) {
    private static final String PROPERTIES = "http://hl7.org/fhir/concept-properties#";

    private record Waiting(DefinedConcept concept, int parent) {}

    static ConceptOrder of(CodeSystemDefinition definition) {
        var concepts = new ArrayList<DefinedConcept>();
        var ordinals = new HashMap<String, Integer>();
        var parents = new ArrayList<Set<Integer>>();
        var waiting = new ArrayDeque<Waiting>();
        definition.concepts().reversed().forEach(concept -> waiting.push(new Waiting(concept, -1)));
        while (!waiting.isEmpty()) {
            var next = waiting.pop();
            var key = key(next.concept().code(), definition.header().caseSensitive());
            var known = ordinals.putIfAbsent(key, concepts.size());
            var ordinal = known == null ? concepts.size() : known;
            if (known == null) {
                concepts.add(next.concept());
                parents.add(new TreeSet<>());
            }
            if (next.parent() >= 0 && next.parent() != ordinal) {
                parents.get(ordinal).add(next.parent());
            }
            next.concept().children().reversed().forEach(child -> waiting.push(new Waiting(child, ordinal)));
        }
        var order = new ConceptOrder(concepts, ordinals, new int[concepts.size()][], new int[concepts.size()][]);
        order.addStated(definition, parents);
        order.link(parents);
        return order;
    }

    static String key(String code, boolean caseSensitive) {
        return caseSensitive ? code : code.toLowerCase(Locale.ROOT);
    }

    private void addStated(CodeSystemDefinition definition, List<Set<Integer>> stated) {
        var up = codes(definition, "parent");
        var down = codes(definition, "child");
        var caseSensitive = definition.header().caseSensitive();
        for (var ordinal = 0; ordinal < concepts.size(); ordinal++) {
            for (var property : concepts.get(ordinal).properties()) {
                var other = ordinals.get(key(property.value(), caseSensitive));
                if (other == null || other == ordinal) {
                    continue;
                }
                if (up.contains(property.code())) {
                    stated.get(ordinal).add(other);
                } else if (down.contains(property.code())) {
                    stated.get(other).add(ordinal);
                }
            }
        }
    }

    private static Set<String> codes(CodeSystemDefinition definition, String name) {
        var codes = new TreeSet<>(Set.of(name));
        definition.properties().stream()
                .filter(property -> (PROPERTIES + name).equals(property.uri()))
                .map(PropertyDefinition::code)
                .forEach(codes::add);
        return codes;
    }

    private void link(List<Set<Integer>> stated) {
        var beneath = new ArrayList<List<Integer>>();
        stated.forEach(_ -> beneath.add(new ArrayList<>()));
        for (var ordinal = 0; ordinal < stated.size(); ordinal++) {
            parents[ordinal] =
                    stated.get(ordinal).stream().mapToInt(Integer::intValue).toArray();
            for (var parent : parents[ordinal]) {
                beneath.get(parent).add(ordinal);
            }
        }
        for (var ordinal = 0; ordinal < stated.size(); ordinal++) {
            children[ordinal] =
                    beneath.get(ordinal).stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
