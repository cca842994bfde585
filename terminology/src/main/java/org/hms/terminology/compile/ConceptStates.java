package org.hms.terminology.compile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Which concepts group others, are inactive or deprecated, and their own word for it; read from properties and extensions. */
record ConceptStates(
        RoaringBitmap groups,
        RoaringBitmap inactive,
        RoaringBitmap deprecated,
        @Nullable String[] words,
        Set<String> groupCodes) {
    private static final String PROPERTIES = "http://hl7.org/fhir/concept-properties#";
    private static final Set<String> ENDED = Set.of("inactive", "retired");

    static ConceptStates of(CodeSystemDefinition definition, List<DefinedConcept> concepts) {
        var groupCodes = new TreeSet<>(Set.of("abstract", "notSelectable", "not-selectable"));
        groupCodes.addAll(codes(definition, "notSelectable"));
        var states = new ConceptStates(
                new RoaringBitmap(),
                new RoaringBitmap(),
                new RoaringBitmap(),
                new @Nullable String[concepts.size()],
                groupCodes);
        var statusCodes = new TreeSet<>(Set.of("status"));
        statusCodes.addAll(codes(definition, "status"));
        for (var ordinal = 0; ordinal < concepts.size(); ordinal++) {
            states.read(ordinal, concepts.get(ordinal), statusCodes);
        }
        return states;
    }

    private static List<String> codes(CodeSystemDefinition definition, String name) {
        return definition.properties().stream()
                .filter(property -> (PROPERTIES + name).equals(property.uri()))
                .map(PropertyDefinition::code)
                .toList();
    }

    private void read(int ordinal, DefinedConcept concept, Set<String> statusCodes) {
        var standard = standardsStatus(concept);
        var status = values(concept, statusCodes).findFirst().orElse(null);
        if (isTrue(concept, groupCodes)) {
            groups.add(ordinal);
        }
        if (isTrue(concept, Set.of("inactive"))
                || values(concept, statusCodes).anyMatch(ENDED::contains)
                || "withdrawn".equals(standard)) {
            inactive.add(ordinal);
        }
        if (isTrue(concept, Set.of("deprecated")) || "deprecated".equals(status) || "retired".equals(status)) {
            deprecated.add(ordinal);
        }
        words[ordinal] = status != null ? status : word(concept, standard);
    }

    private static @Nullable String word(DefinedConcept concept, @Nullable String standard) {
        return Stream.of("deprecated", "inactive", "retired")
                .filter(name -> isTrue(concept, Set.of(name)))
                .findFirst()
                .orElse(standard);
    }

    private static @Nullable String standardsStatus(DefinedConcept concept) {
        return concept.extensions().stream()
                .filter(extension -> extension.url().equals(ContentExtension.STANDARDS_STATUS))
                .map(ContentExtension::value)
                .findFirst()
                .orElse(null);
    }

    private static boolean isTrue(DefinedConcept concept, Set<String> codes) {
        return values(concept, codes).anyMatch("true"::equals);
    }

    private static Stream<String> values(DefinedConcept concept, Set<String> codes) {
        return concept.properties().stream()
                .filter(property -> codes.contains(property.code()))
                .map(ContentProperty::value);
    }
}
