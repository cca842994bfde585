package org.hms.registry.fhir;

import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionParameterComponent;

/** The part of {@link PlainJson} that writes an expanded value set without its definition. */
record PlainExpansion(PlainJson json, JsonBytes out) {

    void write(ValueSet valueSet) {
        json.require(isUndefined(valueSet));
        json.field("url", valueSet.getUrlElement());
        json.field("version", valueSet.getVersionElement());
        json.field("title", valueSet.getTitleElement());
        json.field("status", valueSet.getStatusElement());
        if (valueSet.hasExpansion()) {
            out.name("expansion");
            expansion(valueSet.getExpansion());
        }
    }

    private static boolean isUndefined(ValueSet valueSet) {
        return !valueSet.hasIdentifier()
                && !valueSet.hasNameElement()
                && !valueSet.hasExperimentalElement()
                && !valueSet.hasDateElement()
                && !valueSet.hasPublisherElement()
                && !valueSet.hasContact()
                && !valueSet.hasDescriptionElement()
                && !valueSet.hasUseContext()
                && !valueSet.hasJurisdiction()
                && !valueSet.hasImmutableElement()
                && !valueSet.hasPurposeElement()
                && !valueSet.hasCopyrightElement()
                && !valueSet.hasCompose();
    }

    private void expansion(ValueSetExpansionComponent expansion) {
        json.require(!expansion.hasModifierExtension());
        out.open('{');
        json.extensions(expansion);
        json.field("identifier", expansion.getIdentifierElement());
        json.field("timestamp", expansion.getTimestampElement());
        json.literal("total", expansion.getTotalElement());
        json.literal("offset", expansion.getOffsetElement());
        json.list("parameter", expansion.getParameter(), this::parameter);
        json.list("contains", expansion.getContains(), this::contains);
        out.close('}');
    }

    private void parameter(ValueSetExpansionParameterComponent parameter) {
        json.bare(parameter);
        json.require(!parameter.hasModifierExtension() && parameter.hasName());
        out.open('{');
        json.field("name", parameter.getNameElement());
        json.value(parameter.getValue());
        out.close('}');
    }

    private void contains(ValueSetExpansionContainsComponent contains) {
        json.require(!contains.hasModifierExtension() && contains.hasCode());
        out.open('{');
        json.extensions(contains);
        json.field("system", contains.getSystemElement());
        json.literal("abstract", contains.getAbstractElement());
        json.literal("inactive", contains.getInactiveElement());
        json.field("version", contains.getVersionElement());
        json.field("code", contains.getCodeElement());
        json.field("display", contains.getDisplayElement());
        json.list("designation", contains.getDesignation(), this::designation);
        json.list("contains", contains.getContains(), this::contains);
        out.close('}');
    }

    private void designation(ConceptReferenceDesignationComponent designation) {
        json.require(!designation.hasModifierExtension() && designation.hasValue());
        out.open('{');
        json.extensions(designation);
        json.field("language", designation.getLanguageElement());
        if (designation.hasUse()) {
            out.name("use");
            json.coding(designation.getUse());
        }
        json.field("value", designation.getValueElement());
        out.close('}');
    }
}
