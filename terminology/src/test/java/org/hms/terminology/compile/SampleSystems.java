package org.hms.terminology.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hms.terminology.ask.TerminologyParameters;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.content.CodeSystems;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.PublicationState;
import org.hms.terminology.resolve.KnownResources;
import org.hms.terminology.resolve.Resolution;
import org.hms.terminology.resolve.SentResources;
import org.hms.terminology.valueset.Composition;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptReference;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ValueSetDefinition;
import org.hms.terminology.valueset.ValueSets;

/** Little code systems and value sets to ask about. */
public final class SampleSystems {
    public static final String ANIMALS = "http://example.org/animals";

    private SampleSystems() {}

    /** Animals, with birds and mammals beneath; the dodo is retired, and nobody is just a vertebrate. */
    public static DefinedContent animals() {
        return system(
                ANIMALS,
                "1.0",
                List.of(
                        concept(
                                "vertebrate",
                                Map.of("notSelectable", "true"),
                                concept(
                                        "bird",
                                        Map.of("legs", "2"),
                                        concept("dodo", Map.of("status", "retired", "legs", "2"))),
                                concept("mammal", Map.of("legs", "4"), concept("cow", Map.of("legs", "4")))),
                        concept("worm", Map.of("legs", "0"))));
    }

    public static DefinedContent system(String url, String version, List<DefinedConcept> concepts) {
        return DefinedContent.of(new CodeSystemDefinition(
                new ContentHeader(url, version, "Sample", "Sample", "en", "complete", true, null),
                PublicationState.ACTIVE,
                false,
                null,
                false,
                List.of(
                        new PropertyDefinition("legs", "http://example.org/legs", "string"),
                        new PropertyDefinition("status", "http://hl7.org/fhir/concept-properties#status", "code"),
                        new PropertyDefinition("subsumedBy", "http://hl7.org/fhir/concept-properties#parent", "code")),
                concepts));
    }

    public static DefinedConcept concept(String code, Map<String, String> properties, DefinedConcept... children) {
        return new DefinedConcept(
                code,
                "The " + code,
                null,
                List.of(new ContentDesignation("es", null, null, null, "El " + code)),
                properties.entrySet().stream()
                        .map(property ->
                                new ContentProperty(property.getKey(), "code", property.getValue(), null, null))
                        .toList(),
                List.of(),
                Arrays.asList(children));
    }

    public static ConceptSelection listed(String system, String... codes) {
        var references = Arrays.stream(codes)
                .map(code -> new ConceptReference(code, null, List.of(), List.of()))
                .toList();
        return new ConceptSelection(system, null, references, List.of(), List.of());
    }

    public static ConceptSelection filtered(String system, ConceptFilter... filters) {
        return new ConceptSelection(system, null, List.of(), List.of(filters), List.of());
    }

    public static ConceptSelection imported(String... valueSets) {
        return new ConceptSelection(null, null, List.of(), List.of(), List.of(valueSets));
    }

    public static ValueSetDefinition valueSet(
            String url, List<ConceptSelection> includes, List<ConceptSelection> excludes) {
        return new ValueSetDefinition(
                url,
                "1",
                null,
                PublicationState.ACTIVE,
                new Composition(includes, excludes, null, null),
                null,
                List.of(),
                List.of(),
                Map.of(),
                false,
                null);
    }

    public static Resolution resolution(List<DefinedContent> systems, ValueSetDefinition... valueSets) {
        var sent = new SentResources(systems, List.of(valueSets), List.of());
        return new Resolution(new Known(_ -> List.of()), sent, TerminologyParameters.NONE);
    }

    /** Where nothing is sent along, and code systems are found there. */
    public static Resolution resolution(CodeSystems systems) {
        return new Resolution(new Known(systems), SentResources.NONE, TerminologyParameters.NONE);
    }

    /** Every code of a system, in its order. */
    public static List<String> codes(CodeSystemContent content) {
        var codes = new ArrayList<String>();
        for (var ordinal = 0; ordinal < content.size(); ordinal++) {
            codes.add(content.code(ordinal));
        }
        return codes;
    }

    private record Known(CodeSystems systems) implements KnownResources {
        @Override
        public List<CodeSystemContent> versionsOf(String url) {
            return systems.versionsOf(url);
        }

        @Override
        public ValueSets valueSets() {
            return _ -> List.of();
        }

        @Override
        public List<DefinedContent> supplementsTo(String url) {
            return List.of();
        }

        @Override
        public List<ConceptMapDefinition> conceptMaps() {
            return List.of();
        }
    }
}
