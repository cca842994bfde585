package org.hms.registry.codes.fhir;

import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionDesignationComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hms.terminology.compile.CodeSystemDefinition;
import org.hms.terminology.compile.DefinedConcept;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.PublicationState;
import org.jspecify.annotations.Nullable;

/** A CodeSystem as the engine compiles it. What is malformed in it is left out rather than refused. */
final class CodeSystemMapping {
    private static final String PACK = "http://hl7.org/fhir/StructureDefinition/codesystem-supplement-type";

    private CodeSystemMapping() {}

    static CodeSystemDefinition toDefinition(CodeSystem resource) {
        return new CodeSystemDefinition(
                header(resource),
                state(resource, resource.getStatus(), resource.getExperimental()),
                resource.getVersionNeeded(),
                resource.getSupplements(),
                resource.hasSupplements() && isLanguagePack(resource),
                resource.getProperty().stream()
                        .filter(CodeSystem.PropertyComponent::hasCode)
                        .map(property -> new PropertyDefinition(
                                property.getCode(),
                                property.getUri(),
                                property.hasType() ? property.getType().toCode() : "string"))
                        .toList(),
                concepts(resource.getConcept()));
    }

    private static ContentHeader header(CodeSystem resource) {
        return new ContentHeader(
                Objects.requireNonNullElse(resource.getUrl(), ""),
                resource.getVersion(),
                resource.getName(),
                resource.getTitle(),
                resource.getLanguage(),
                resource.hasContent() ? resource.getContent().toCode() : "complete",
                !resource.hasCaseSensitive() || resource.getCaseSensitive(),
                resource.getValueSet());
    }

    static PublicationState state(DomainResource resource, @Nullable PublicationStatus status, boolean experimental) {
        return new PublicationState(
                status == null ? null : status.toCode(),
                ExtensionMapping.first(resource.getExtension(), ContentExtension.STANDARDS_STATUS),
                experimental);
    }

    private static boolean isLanguagePack(CodeSystem resource) {
        return "lang-pack".equals(ExtensionMapping.first(resource.getExtension(), PACK));
    }

    private static List<DefinedConcept> concepts(List<ConceptDefinitionComponent> concepts) {
        return concepts.stream()
                .filter(ConceptDefinitionComponent::hasCode)
                .map(concept -> new DefinedConcept(
                        concept.getCode(),
                        concept.getDisplay(),
                        concept.getDefinition(),
                        concept.getDesignation().stream()
                                .filter(ConceptDefinitionDesignationComponent::hasValue)
                                .map(CodeSystemMapping::designation)
                                .toList(),
                        concept.getProperty().stream()
                                .filter(property -> property.hasCode() && property.hasValue())
                                .map(CodeSystemMapping::property)
                                .toList(),
                        ExtensionMapping.toContent(concept.getExtension()),
                        concepts(concept.getConcept())))
                .toList();
    }

    private static ContentDesignation designation(ConceptDefinitionDesignationComponent designation) {
        return designation(
                designation.getLanguage(),
                designation.hasUse() ? designation.getUse() : null,
                designation.getValue(),
                ExtensionMapping.toContent(designation.getExtension()));
    }

    static ContentDesignation designation(
            @Nullable String language, @Nullable Coding use, String text, List<ContentExtension> extensions) {
        return use == null
                ? new ContentDesignation(language, null, null, null, text.strip(), extensions)
                : new ContentDesignation(
                        language, use.getSystem(), use.getCode(), use.getDisplay(), text.strip(), extensions);
    }

    private static ContentProperty property(ConceptPropertyComponent property) {
        if (property.getValue() instanceof Coding coding) {
            return new ContentProperty(
                    property.getCode(),
                    "Coding",
                    Objects.requireNonNullElse(coding.getCode(), ""),
                    coding.getSystem(),
                    coding.getDisplay());
        }
        var value = Objects.requireNonNullElse(property.getValue().primitiveValue(), "");
        return new ContentProperty(property.getCode(), property.getValue().fhirType(), value, null, null);
    }
}
