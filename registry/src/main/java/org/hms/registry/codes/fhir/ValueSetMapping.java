package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceDesignationComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetComposeComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.hms.terminology.valueset.Composition;
import org.hms.terminology.valueset.ConceptFilter;
import org.hms.terminology.valueset.ConceptReference;
import org.hms.terminology.valueset.ConceptSelection;
import org.hms.terminology.valueset.ExpansionRule;
import org.hms.terminology.valueset.ListedCode;
import org.hms.terminology.valueset.ValueSetDefinition;

/** A ValueSet as the engine reads it. A filter without a value stays as it is: who uses the value set is told so. */
final class ValueSetMapping {
    private static final String SUPPLEMENT = "http://hl7.org/fhir/StructureDefinition/valueset-supplement";
    private static final Set<String> RULES = Set.of(
            "http://hl7.org/fhir/StructureDefinition/valueset-expansion-parameter",
            "http://hl7.org/fhir/tools/StructureDefinition/valueset-expansion-parameter");

    /** Operators that FHIR has since R5. */
    private static final String NEWER_OPERATOR =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.compose.include.filter.op";

    private ValueSetMapping() {}

    static ValueSetDefinition toDefinition(ValueSet resource) {
        return new ValueSetDefinition(
                resource.getUrl(),
                resource.getVersion(),
                resource.getLanguage(),
                CodeSystemMapping.state(resource, resource.getStatus(), resource.getExperimental()),
                resource.hasCompose() ? composition(resource.getCompose()) : null,
                resource.hasExpansion() ? listed(resource.getExpansion().getContains()) : null,
                rules(resource),
                resource.getExtensionsByUrl(SUPPLEMENT).stream()
                        .map(extension -> extension.getValue().primitiveValue())
                        .filter(Objects::nonNull)
                        .toList(),
                contained(resource),
                false,
                null);
    }

    private static Map<String, ValueSetDefinition> contained(ValueSet resource) {
        var contained = new HashMap<String, ValueSetDefinition>();
        for (var inner : resource.getContained()) {
            if (inner instanceof ValueSet valueSet && valueSet.hasId()) {
                contained.put(valueSet.getIdElement().getIdPart().replaceFirst("^#", ""), toDefinition(valueSet));
            }
        }
        return contained;
    }

    private static Composition composition(ValueSetComposeComponent compose) {
        return new Composition(
                compose.getInclude().stream().map(ValueSetMapping::selection).toList(),
                compose.getExclude().stream().map(ValueSetMapping::selection).toList(),
                compose.hasInactive() ? compose.getInactive() : null,
                compose.hasLockedDate() ? compose.getLockedDateElement().getValueAsString() : null);
    }

    private static ConceptSelection selection(ConceptSetComponent set) {
        return new ConceptSelection(
                set.getSystem(),
                set.getVersion(),
                set.getConcept().stream()
                        .filter(ConceptReferenceComponent::hasCode)
                        .map(ValueSetMapping::reference)
                        .toList(),
                set.getFilter().stream().map(ValueSetMapping::filter).toList(),
                set.getValueSet().stream()
                        .map(CanonicalType::getValue)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static ConceptReference reference(ConceptReferenceComponent concept) {
        return new ConceptReference(
                concept.getCode(),
                concept.getDisplay(),
                concept.getDesignation().stream()
                        .filter(ConceptReferenceDesignationComponent::hasValue)
                        .map(designation -> CodeSystemMapping.designation(
                                designation.getLanguage(),
                                designation.hasUse() ? designation.getUse() : null,
                                designation.getValue(),
                                ExtensionMapping.toContent(designation.getExtension())))
                        .toList(),
                ExtensionMapping.toContent(concept.getExtension()));
    }

    private static ConceptFilter filter(ConceptSetFilterComponent filter) {
        return new ConceptFilter(
                Objects.requireNonNullElse(filter.getProperty(), ""), operator(filter), filter.getValue());
    }

    private static String operator(ConceptSetFilterComponent filter) {
        var newer = ExtensionMapping.first(filter.getOpElement().getExtension(), NEWER_OPERATOR);
        if (newer != null) {
            return newer;
        }
        return filter.getOp() == null ? "" : filter.getOp().toCode();
    }

    private static List<ExpansionRule> rules(ValueSet resource) {
        var rules = new ArrayList<ExpansionRule>();
        for (var extension : resource.getCompose().getExtension()) {
            if (RULES.contains(extension.getUrl())) {
                var name = ExtensionMapping.first(extension.getExtension(), "name");
                var value = ExtensionMapping.first(extension.getExtension(), "value");
                if (name != null && value != null) {
                    rules.add(new ExpansionRule(name, value));
                }
            }
        }
        return rules;
    }

    private static List<ListedCode> listed(List<ValueSetExpansionContainsComponent> contains) {
        var listed = new ArrayList<ListedCode>();
        for (var entry : contains) {
            if (entry.hasSystem() && entry.hasCode() && !entry.getAbstract()) {
                listed.add(new ListedCode(entry.getSystem(), entry.getVersion(), entry.getCode(), entry.getDisplay()));
            }
            listed.addAll(listed(entry.getContains()));
        }
        return listed;
    }
}
