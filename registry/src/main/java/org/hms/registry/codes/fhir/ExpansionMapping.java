package org.hms.registry.codes.fhir;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.expand.ExpandedConcept;
import org.hms.terminology.expand.ValueSetExpansion;
import org.hms.terminology.texts.ConceptText;
import org.jspecify.annotations.Nullable;

/** Expansions in FHIR's form; what R4 has no element for stands in the extensions that HL7 defines for R5's elements. */
final class ExpansionMapping {
    private static final String PROPERTY =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.property";
    private static final String CONTAINS_PROPERTY =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property";
    private static final String STRUCTURE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String MAINTENANCE = "http://terminology.hl7.org/CodeSystem/hl7TermMaintInfra";
    private static final List<String> DESIGNATION_EXTENSIONS = List.of(
            STRUCTURE + "coding-sctdescid",
            STRUCTURE + "rendering-style",
            STRUCTURE + "rendering-xhtml",
            STRUCTURE + "codesystem-alternate",
            ContentExtension.STANDARDS_STATUS);

    private ExpansionMapping() {}

    static ValueSet toValueSet(ValueSet resource, ValueSetExpansion expansion, Date time) {
        var expanded = new ValueSetExpansionComponent()
                .setIdentifier("urn:uuid:" + UUID.randomUUID())
                .setTimestamp(time);
        if (expansion.total() != null) {
            expanded.setTotal(expansion.total());
        }
        if (expansion.offset() != null) {
            expanded.setOffset(expansion.offset());
        }
        if (expansion.unclosed()) {
            expanded.addExtension(STRUCTURE + "valueset-unclosed", new BooleanType(true));
        }
        if (expansion.unclosedReason() != null) {
            expanded.addExtension(STRUCTURE + "valueset-unclosed-reason", new StringType(expansion.unclosedReason()));
        }
        for (var property : expansion.properties()) {
            var extension = expanded.addExtension().setUrl(PROPERTY);
            extension.addExtension("code", new CodeType(property.code()));
            extension.addExtension("uri", new UriType(property.uri()));
        }
        for (var parameter : expansion.parameters()) {
            expanded.addParameter()
                    .setName(parameter.name())
                    .setValue(ExtensionMapping.value(parameter.type(), parameter.value()));
        }
        expansion.contains().forEach(concept -> expanded.addContains(toContains(concept)));
        return resource.setExpansion(expanded);
    }

    private static ValueSetExpansionContainsComponent toContains(ExpandedConcept concept) {
        var contains = new ValueSetExpansionContainsComponent()
                .setSystem(concept.system())
                .setVersion(concept.version())
                .setCode(concept.code())
                .setDisplay(concept.display());
        if (concept.isAbstract()) {
            contains.setAbstract(true);
        }
        if (concept.isInactive()) {
            contains.setInactive(true);
        }
        concept.designations().forEach(text -> contains.addDesignation(toDesignation(text)));
        concept.properties().forEach(property -> contains.addExtension(toExtension(property)));
        concept.extensions().forEach(extension -> contains.addExtension(ExtensionMapping.toExtension(extension)));
        concept.contains().forEach(child -> contains.addContains(toContains(child)));
        return contains;
    }

    private static Extension toExtension(ContentProperty property) {
        var extension = new Extension(CONTAINS_PROPERTY);
        extension.addExtension("code", new CodeType(property.code()));
        extension.addExtension("value", ExtensionMapping.value(property));
        return extension;
    }

    private static ConceptReferenceDesignationComponent toDesignation(ConceptText text) {
        var designation = new ConceptReferenceDesignationComponent().setValue(text.text());
        if (text.language() != null) {
            designation.setLanguage(text.language().code());
        }
        var use = use(text);
        if (use != null) {
            designation.setUse(use);
        }
        text.extensions().stream()
                .filter(extension -> DESIGNATION_EXTENSIONS.contains(extension.url()))
                .forEach(extension -> designation.addExtension(ExtensionMapping.toExtension(extension)));
        return designation;
    }

    /** What the text is to its concept; a display is the one preferred in its language. */
    static @Nullable Coding use(ConceptText text) {
        if (text.display()) {
            return new Coding().setSystem(MAINTENANCE).setCode("preferredForLanguage");
        }
        var designation = text.designation();
        return designation == null || designation.useCode() == null
                ? null
                : new Coding(designation.useSystem(), designation.useCode(), designation.useDisplay());
    }
}
