package org.hms.registry.codes.fhir;

import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.CodeSystemContent;
import org.hms.terminology.system.CodeSystemSummary;

/**
 * The code systems at hand as resources. The lexicon's holds its concepts; a classification's holds none, since its
 * texts are licensed: they are asked for one by one or by {@code $expand}.
 */
final class CodeSystemReads {
    private final TerminologyService terminology;

    private CodeSystemReads(TerminologyService terminology) {
        this.terminology = terminology;
    }

    static CanonicalReads of(TerminologyService terminology) {
        var reads = new CodeSystemReads(terminology);
        return new CanonicalReads(
                "CodeSystem",
                () -> new LoadedSystems(terminology)
                        .all().stream().map(reads::toEntry).toList());
    }

    static CodeSystemSummary require(LoadedSystems systems, String id) {
        return systems.all().stream()
                .filter(system -> LoadedSystems.idOf(system).equals(id))
                .findFirst()
                .orElseThrow(() -> FhirProblem.notFound("No CodeSystem has this id"));
    }

    private CanonicalReads.Entry toEntry(CodeSystemSummary system) {
        return new CanonicalReads.Entry(
                LoadedSystems.idOf(system),
                system.url(),
                system.version(),
                LoadedSystems.nameOf(system),
                () -> toCodeSystem(system));
    }

    private CodeSystem toCodeSystem(CodeSystemSummary system) {
        var resource = new CodeSystem()
                .setUrl(system.url())
                .setVersion(system.version())
                .setName(LoadedSystems.nameOf(system))
                .setTitle(system.title())
                .setStatus(system.current() ? PublicationStatus.ACTIVE : PublicationStatus.RETIRED)
                .setCaseSensitive(true)
                .setCount(system.codes());
        resource.setLanguage(system.language());
        if (!LoadedSystems.isLexicon(system)) {
            return resource.setContent(CodeSystemContentMode.NOTPRESENT)
                    .setCompositional(SystemUri.isCompositional(system.url()))
                    .setHierarchyMeaning(CodeSystemHierarchyMeaning.ISA)
                    .setValueSet(Canonicals.valueSetOf(system.url()));
        }
        resource.setContent(CodeSystemContentMode.COMPLETE).setValueSet(Canonicals.LEXICON_VALUE_SET);
        terminology.lexicons().conceptSchemes().stream()
                .filter(scheme -> scheme.version().equals(system.version()))
                .map(SchemeVersion::licence)
                .forEach(resource::setCopyright);
        terminology.current(system.url()).stream()
                .flatMap(lexicon -> lexicon.propertyDefinitions().stream())
                .forEach(property ->
                        resource.addProperty().setCode(property.code()).setType(PropertyType.CODE));
        terminology
                .current(system.url())
                .ifPresent(lexicon -> IntStream.range(0, lexicon.size())
                        .forEach(concept -> resource.addConcept(toDefinition(lexicon, concept))));
        return resource;
    }

    private static ConceptDefinitionComponent toDefinition(CodeSystemContent lexicon, int concept) {
        var definition = new ConceptDefinitionComponent()
                .setCode(lexicon.code(concept))
                .setDisplay(lexicon.display(concept))
                .setDefinition(lexicon.definition(concept));
        for (var designation : lexicon.designations(concept)) {
            definition
                    .addDesignation()
                    .setLanguage(designation.language())
                    .setUse(new Coding(designation.useSystem(), designation.useCode(), null))
                    .setValue(designation.text());
        }
        for (var property : lexicon.properties(concept)) {
            definition.addProperty().setCode(property.code()).setValue(new CodeType(property.value()));
        }
        return definition;
    }
}
