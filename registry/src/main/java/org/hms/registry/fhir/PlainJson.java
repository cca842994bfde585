package org.hms.registry.fhir;

import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes the resources that questions about codes are answered with, byte for byte as HAPI's parser does and many times
 * faster. It knows the elements such answers have and no others: a resource with anything else in it is left to the parser.
 */
final class PlainJson {
    private final JsonBytes out = new JsonBytes();
    private boolean plain = true;

    private PlainJson() {}

    /** The whole resource as JSON on one line; null where it holds what only the parser can write. */
    static byte @Nullable [] write(Resource resource) {
        var json = new PlainJson();
        json.resource(resource);
        return json.plain ? json.out.toByteArray() : null;
    }

    private void resource(Resource resource) {
        out.open('{').name("resourceType").text(resource.fhirType());
        require(!resource.hasId() && !resource.hasMeta() && !resource.hasImplicitRules() && !resource.hasLanguage());
        switch (resource) {
            case Parameters parameters -> list("parameter", parameters.getParameter(), this::parameter);
            case ValueSet valueSet -> {
                require(isBare(valueSet));
                new PlainExpansion(this, out).write(valueSet);
            }
            case OperationOutcome outcome -> {
                require(isBare(outcome));
                list("issue", outcome.getIssue(), this::issue);
            }
            default -> plain = false;
        }
        out.close('}');
    }

    /** What is not as this writer knows it makes the whole the parser's. */
    void require(boolean known) {
        plain &= known;
    }

    private static boolean isBare(DomainResource resource) {
        return !resource.hasText()
                && !resource.hasContained()
                && !resource.hasExtension()
                && !resource.hasModifierExtension();
    }

    <T> void list(String name, List<T> items, Consumer<T> write) {
        if (!items.isEmpty()) {
            out.name(name).open('[');
            items.forEach(write);
            out.close(']');
        }
    }

    private void parameter(ParametersParameterComponent parameter) {
        require(!parameter.hasId() && !parameter.hasExtension() && !parameter.hasModifierExtension());
        require(parameter.hasName());
        out.open('{');
        field("name", parameter.getNameElement());
        if (parameter.hasValue()) {
            value(parameter.getValue());
        }
        if (parameter.hasResource()) {
            out.name("resource");
            resource(parameter.getResource());
        }
        list("part", parameter.getPart(), this::parameter);
        out.close('}');
    }

    /** A value of one of several types, under {@code value} and the type's name. */
    void value(@Nullable Type value) {
        switch (value) {
            case CodeType code -> field("valueCode", code, CodeType.class);
            case StringType string -> field("valueString", string, StringType.class);
            case CanonicalType canonical -> field("valueCanonical", canonical, CanonicalType.class);
            case UriType uri -> field("valueUri", uri, UriType.class);
            case BooleanType flag -> literal("valueBoolean", flag, BooleanType.class);
            case IntegerType number -> literal("valueInteger", number, IntegerType.class);
            case Coding coding -> {
                out.name("valueCoding");
                coding(coding);
            }
            case CodeableConcept concept -> {
                out.name("valueCodeableConcept");
                concept(concept);
            }
            case null, default -> plain = false;
        }
    }

    /** Types that specialise another go by another name. */
    private void field(String name, PrimitiveType<?> value, Class<?> exactly) {
        require(value.getClass() == exactly && value.hasValue());
        field(name, value);
    }

    private void literal(String name, PrimitiveType<?> value, Class<?> exactly) {
        require(value.getClass() == exactly && value.hasValue());
        literal(name, value);
    }

    /** A text, where there is one. */
    void field(String name, PrimitiveType<?> value) {
        var text = value.getValueAsString();
        bare(value);
        if (text != null) {
            require(!text.isBlank());
            out.name(name).text(text);
        }
    }

    /** A number or a truth, where there is one. */
    void literal(String name, PrimitiveType<?> value) {
        var text = value.getValueAsString();
        bare(value);
        if (text != null) {
            out.name(name).literal(text);
        }
    }

    void bare(Element element) {
        require(!element.hasId() && !element.hasExtension());
    }

    void coding(Coding coding) {
        bare(coding);
        require(!coding.isEmpty());
        out.open('{');
        field("system", coding.getSystemElement());
        field("version", coding.getVersionElement());
        field("code", coding.getCodeElement());
        field("display", coding.getDisplayElement());
        literal("userSelected", coding.getUserSelectedElement());
        out.close('}');
    }

    private void concept(CodeableConcept concept) {
        bare(concept);
        require(!concept.isEmpty());
        out.open('{');
        list("coding", concept.getCoding(), this::coding);
        field("text", concept.getTextElement());
        out.close('}');
    }

    /** The extensions of an element, which come first in it. */
    void extensions(Element element) {
        require(!element.hasId());
        list("extension", element.getExtension(), this::extension);
    }

    private void extension(Extension extension) {
        require(!extension.hasId() && extension.hasUrl());
        out.open('{');
        field("url", extension.getUrlElement());
        if (extension.hasValue()) {
            require(!extension.hasExtension());
            value(extension.getValue());
        } else {
            require(extension.hasExtension());
            list("extension", extension.getExtension(), this::extension);
        }
        out.close('}');
    }

    private void issue(OperationOutcomeIssueComponent issue) {
        require(!issue.hasModifierExtension() && !issue.isEmpty());
        out.open('{');
        extensions(issue);
        field("severity", issue.getSeverityElement());
        field("code", issue.getCodeElement());
        if (issue.hasDetails()) {
            out.name("details");
            concept(issue.getDetails());
        }
        field("diagnostics", issue.getDiagnosticsElement());
        strings("location", issue.getLocation());
        strings("expression", issue.getExpression());
        out.close('}');
    }

    private void strings(String name, List<StringType> values) {
        list(name, values, value -> {
            bare(value);
            require(value.hasValue() && !value.getValue().isBlank());
            out.text(String.valueOf(value.getValue()));
        });
    }
}
