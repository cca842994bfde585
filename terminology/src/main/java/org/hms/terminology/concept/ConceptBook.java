package org.hms.terminology.concept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The concepts of one scheme version, with words of several languages for the same thing joined. The concept that others
 * name in {@code sameAs} heads the joined group.
 */
public final class ConceptBook {
    private final Map<String, Concept> byId = new LinkedHashMap<>();
    private final Map<String, List<Concept>> members = new LinkedHashMap<>();
    private final Map<String, List<ConceptMapping>> byTarget = new LinkedHashMap<>();

    public ConceptBook(Collection<Concept> concepts) {
        concepts.forEach(concept -> byId.put(concept.id(), concept));
        for (var concept : byId.values()) {
            members.computeIfAbsent(headOf(concept), _ -> new ArrayList<>()).add(concept);
            for (var mapping : concept.mappings()) {
                byTarget.computeIfAbsent(key(mapping.target()), _ -> new ArrayList<>())
                        .add(mapping);
            }
        }
    }

    public Collection<Concept> concepts() {
        return List.copyOf(byId.values());
    }

    public int size() {
        return byId.size();
    }

    public Optional<Concept> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Concept get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no concept " + id));
    }

    /** The id of the concept that heads the group. */
    public String headOf(Concept concept) {
        return concept.sameAs() != null && byId.containsKey(concept.sameAs()) ? concept.sameAs() : concept.id();
    }

    /** The concepts of all languages joined under this head, the head among them. */
    public List<Concept> membersOf(String headId) {
        return List.copyOf(members.getOrDefault(headId, List.of()));
    }

    /**
     * The mappings of a concept. Where it has none to a system but the concept it equals has, it takes that one, and the
     * mapping says so. A folk illness's mappings are never better than related.
     */
    public List<ConceptMapping> mappingsOf(Concept concept) {
        var mappings = new ArrayList<>(concept.mappings());
        var head = get(headOf(concept));
        if (head != concept) {
            var covered = new HashSet<String>();
            concept.mappings().forEach(mapping -> covered.add(mapping.target().system()));
            head.mappings().stream()
                    .filter(mapping -> !covered.contains(mapping.target().system()))
                    .map(mapping -> inherited(concept, mapping))
                    .forEach(mappings::add);
        }
        var isFolk = concept.isFolkIllness() || head.isFolkIllness();
        return isFolk ? mappings.stream().map(ConceptBook::asRelated).toList() : List.copyOf(mappings);
    }

    /** The mappings that lead to this code, from whichever concept. */
    public List<ConceptMapping> mappingsTo(Coding target) {
        return byTarget.getOrDefault(key(target), List.of()).stream()
                .flatMap(mapping -> mappingsOf(get(mapping.conceptId())).stream()
                        .filter(proper -> proper.target().isSameCode(target)))
                .toList();
    }

    private static ConceptMapping inherited(Concept concept, ConceptMapping mapping) {
        return new ConceptMapping(
                concept.id(),
                mapping.target(),
                mapping.relation(),
                mapping.evidence().withComment("Stated for the concept " + mapping.conceptId() + ", which it equals"));
    }

    private static ConceptMapping asRelated(ConceptMapping mapping) {
        return new ConceptMapping(
                mapping.conceptId(),
                mapping.target(),
                mapping.relation().atMost(MappingRelation.RELATED),
                mapping.evidence());
    }

    private static String key(Coding coding) {
        return coding.system() + '|' + coding.code();
    }
}
