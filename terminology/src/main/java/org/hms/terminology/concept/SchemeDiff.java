package org.hms.terminology.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What is otherwise in one version of a scheme than in another. */
public record SchemeDiff(List<String> added, List<String> removed, List<ConceptChange> changed) {
    public SchemeDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /** A concept that stands in both, with what it won and lost. */
    public record ConceptChange(
            String id,
            List<Designation> labelsAdded,
            List<Designation> labelsRemoved,
            List<ConceptMapping> mappingsAdded,
            List<ConceptMapping> mappingsRemoved,
            boolean deprecated,
            boolean otherwise) {
        public ConceptChange {
            labelsAdded = List.copyOf(labelsAdded);
            labelsRemoved = List.copyOf(labelsRemoved);
            mappingsAdded = List.copyOf(mappingsAdded);
            mappingsRemoved = List.copyOf(mappingsRemoved);
        }
    }

    public static SchemeDiff between(Collection<Concept> before, Collection<Concept> after) {
        var old = new TreeMap<String, Concept>();
        before.forEach(concept -> old.put(concept.id(), concept));
        var fresh = new TreeMap<String, Concept>();
        after.forEach(concept -> fresh.put(concept.id(), concept));
        var changed = new ArrayList<ConceptChange>();
        fresh.forEach((id, concept) -> {
            var was = old.get(id);
            if (was != null && !was.equals(concept)) {
                changed.add(change(was, concept));
            }
        });
        var added = fresh.keySet().stream().filter(id -> !old.containsKey(id)).toList();
        var removed = old.keySet().stream().filter(id -> !fresh.containsKey(id)).toList();
        return new SchemeDiff(added, removed, changed);
    }

    private static ConceptChange change(Concept was, Concept is) {
        return new ConceptChange(
                is.id(),
                missing(is, was, Concept::designations),
                missing(was, is, Concept::designations),
                missing(is, was, Concept::mappings),
                missing(was, is, Concept::mappings),
                is.isDeprecated() && !was.isDeprecated(),
                !is.category().equals(was.category())
                        || !Objects.equals(is.definition(), was.definition())
                        || !is.provenance().equals(was.provenance())
                        || !Objects.equals(is.sameAs(), was.sameAs()));
    }

    /** What the one has and the other has not. */
    private static <T> List<T> missing(Concept one, Concept other, Function<Concept, List<T>> part) {
        var known = new HashSet<>(part.apply(other));
        return part.apply(one).stream().filter(each -> !known.contains(each)).toList();
    }
}
