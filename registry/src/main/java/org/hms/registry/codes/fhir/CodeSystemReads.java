package org.hms.registry.codes.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemHierarchyMeaning;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.system.CodeLookup;
import org.hms.terminology.system.CodeSystemSummary;
import org.hms.terminology.system.ExpandQuery;

/**
 * The code systems at hand as resources. The lexicon's holds its concepts; a classification's holds none, since its
 * texts are licensed: they are asked for one by one or by {@code $expand}.
 */
final class CodeSystemReads {
    private static final List<String> PROPERTIES =
            List.of("category", "confidence", "reviewStatus", "referOrConfirm", "sameAs");

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
                    .setCompositional(system.url().equals(SystemUri.SNOMED_CT))
                    .setHierarchyMeaning(CodeSystemHierarchyMeaning.ISA)
                    .setValueSet(Canonicals.valueSetOf(system.url()));
        }
        resource.setContent(CodeSystemContentMode.COMPLETE).setValueSet(Canonicals.LEXICON_VALUE_SET);
        terminology.lexicons().conceptSchemes().stream()
                .filter(scheme -> scheme.version().equals(system.version()))
                .map(SchemeVersion::licence)
                .forEach(resource::setCopyright);
        PROPERTIES.forEach(name -> resource.addProperty().setCode(name).setType(PropertyType.CODE));
        addConcepts(resource, system);
        return resource;
    }

    private void addConcepts(CodeSystem resource, CodeSystemSummary system) {
        for (var offset = 0; offset < system.codes(); offset += ExpandQuery.MAX_COUNT) {
            var page = new ExpandQuery(system.url(), null, null, null, null, offset, ExpandQuery.MAX_COUNT);
            terminology.expand(page).stream()
                    .flatMap(expansion -> expansion.entries().stream())
                    .flatMap(entry -> terminology.lookup(system.url(), null, entry.code()).stream())
                    .forEach(concept -> resource.addConcept(toDefinition(concept)));
        }
    }

    private static ConceptDefinitionComponent toDefinition(CodeLookup concept) {
        var definition =
                new ConceptDefinitionComponent().setCode(concept.code()).setDisplay(concept.display());
        if (concept.properties().containsKey("definition")) {
            definition.setDefinition(concept.properties().get("definition"));
        }
        for (var designation : Designations.shown(concept.designations())) {
            definition
                    .addDesignation()
                    .setLanguage(designation.language())
                    .setUse(Designations.use(designation))
                    .setValue(designation.text());
        }
        for (var name : PROPERTIES) {
            if (concept.properties().containsKey(name)) {
                definition
                        .addProperty()
                        .setCode(name)
                        .setValue(new CodeType(concept.properties().get(name)));
            }
        }
        return definition;
    }
}
