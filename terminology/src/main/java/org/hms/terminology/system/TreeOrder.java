package org.hms.terminology.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The codes of a tree numbered depth first, so that a code and all beneath it are one interval [ordinal, end). Refuses
 * codes that stand twice, parents that are missing, and circles.
 */
record TreeOrder(List<SourceConcept> concepts, int[] parents, int[] ends) {

    static TreeOrder of(List<SourceConcept> source) {
        var children = new HashMap<String, List<SourceConcept>>();
        var byCode = new HashMap<String, SourceConcept>();
        var roots = new ArrayList<SourceConcept>();
        for (var concept : source) {
            if (byCode.put(concept.code(), concept) != null) {
                throw new IllegalArgumentException("The code stands twice: " + concept.code());
            }
        }
        for (var concept : source) {
            var parent = concept.parent();
            if (parent == null) {
                roots.add(concept);
            } else if (byCode.containsKey(parent)) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(concept);
            } else {
                throw new IllegalArgumentException("The code " + concept.code() + " has an unknown parent");
            }
        }
        return number(roots, children, source.size());
    }

    private static TreeOrder number(List<SourceConcept> roots, Map<String, List<SourceConcept>> children, int size) {
        var ordered = new ArrayList<SourceConcept>(size);
        var ordinals = new HashMap<String, Integer>();
        var waiting = new ArrayDeque<SourceConcept>(roots);
        while (!waiting.isEmpty()) {
            var concept = waiting.pop();
            ordinals.put(concept.code(), ordered.size());
            ordered.add(concept);
            children.getOrDefault(concept.code(), List.of()).reversed().forEach(waiting::push);
        }
        if (ordered.size() != size) {
            throw new IllegalArgumentException("Some codes stand in a circle of parents");
        }
        var parents = new int[size];
        var ends = new int[size];
        for (var ordinal = size - 1; ordinal >= 0; ordinal--) {
            var parent = ordered.get(ordinal).parent();
            parents[ordinal] = parent == null ? -1 : ordinals.getOrDefault(parent, -1);
            ends[ordinal] = Math.max(ends[ordinal], ordinal + 1);
            if (parents[ordinal] >= 0) {
                ends[parents[ordinal]] = Math.max(ends[parents[ordinal]], ends[ordinal]);
            }
        }
        return new TreeOrder(ordered, parents, ends);
    }
}
