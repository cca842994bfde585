package org.hms.registry.codes.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.codes.CanonicalStore;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.resolve.Canonical;
import org.hms.terminology.valueset.ValueSetDefinition;

/** The resources that editors have stored, compiled; made anew as a whole when one of them changes. */
final class StoredResources {
    private final CanonicalStore store;
    private final FhirContext context = FhirContext.forR4Cached();
    private volatile View view;

    /** What is current, each found by what it is asked by. */
    private record View(
            Map<String, List<DefinedContent>> codeSystems,
            Map<String, List<DefinedContent>> supplements,
            Map<String, List<ValueSetDefinition>> valueSets,
            List<ConceptMapDefinition> maps,
            List<CanonicalResource> resources) {}

    StoredResources(CanonicalStore store) {
        this.store = store;
        this.view = read();
    }

    CanonicalStore store() {
        return store;
    }

    /** Takes in what has been stored. */
    synchronized void refresh() {
        view = read();
    }

    private View read() {
        var resources = store.listCurrent();
        var systems = new ArrayList<DefinedContent>();
        var valueSets = new ArrayList<ValueSetDefinition>();
        var maps = new ArrayList<ConceptMapDefinition>();
        for (var resource : resources) {
            switch (parse(resource)) {
                case CodeSystem codeSystem ->
                    systems.add(DefinedContent.of(CodeSystemMapping.toDefinition(codeSystem)));
                case ValueSet valueSet -> valueSets.add(ValueSetMapping.toDefinition(valueSet));
                case ConceptMap map -> maps.add(ConceptMapMapping.toDefinition(map));
                default -> throw new IllegalStateException("A " + resource.type() + " is not stored here");
            }
        }
        return new View(
                systems.stream()
                        .filter(system -> system.base() == null)
                        .collect(Collectors.groupingBy(system -> system.header().url())),
                systems.stream()
                        .filter(system -> system.base() != null)
                        .collect(Collectors.groupingBy(system ->
                                Canonical.of(String.valueOf(system.base())).url())),
                valueSets.stream().collect(Collectors.groupingBy(valueSet -> String.valueOf(valueSet.url()))),
                List.copyOf(maps),
                resources);
    }

    Resource parse(CanonicalResource stored) {
        return (Resource) context.newJsonParser().parseResource(stored.content());
    }

    List<DefinedContent> codeSystems(String url) {
        return view.codeSystems().getOrDefault(url, List.of());
    }

    List<DefinedContent> supplementsTo(String url) {
        return view.supplements().getOrDefault(url, List.of());
    }

    List<ValueSetDefinition> valueSets(String url) {
        return view.valueSets().getOrDefault(url, List.of());
    }

    List<ConceptMapDefinition> maps() {
        return view.maps();
    }

    /** The current resources of a type. */
    List<CanonicalResource> list(String type) {
        return view.resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }
}
