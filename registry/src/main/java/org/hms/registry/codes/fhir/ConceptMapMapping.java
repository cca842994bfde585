package org.hms.registry.codes.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupUnmappedComponent;
import org.hl7.fhir.r4.model.ConceptMap.OtherElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.conceptmap.MapGroup;
import org.hms.terminology.conceptmap.MapTable;
import org.hms.terminology.conceptmap.MapTarget;
import org.jspecify.annotations.Nullable;

/** A ConceptMap as the engine reads it, with R4's word for each equivalence. */
final class ConceptMapMapping {

    private ConceptMapMapping() {}

    static ConceptMapDefinition toDefinition(ConceptMap resource) {
        return new ConceptMapDefinition(
                Objects.requireNonNullElse(resource.getUrl(), ""),
                resource.getVersion(),
                resource.hasSource() ? resource.getSource().primitiveValue() : null,
                resource.hasTarget() ? resource.getTarget().primitiveValue() : null,
                resource.getGroup().stream()
                        .filter(group -> group.hasSource() && group.hasTarget())
                        .map(ConceptMapMapping::group)
                        .toList());
    }

    private static MapGroup group(ConceptMapGroupComponent group) {
        var mappings = new ArrayList<MapTarget>();
        for (var element : group.getElement()) {
            if (element.hasCode()) {
                element.getTarget().forEach(target -> mappings.add(mapping(element, target)));
            }
        }
        return new MapGroup(
                group.getSource(),
                group.getSourceVersion(),
                group.getTarget(),
                group.getTargetVersion(),
                group.hasUnmapped() ? unmapped(group.getUnmapped()) : null,
                MapTable.of(mappings));
    }

    private static MapGroup.@Nullable Unmapped unmapped(ConceptMapGroupUnmappedComponent unmapped) {
        return unmapped.hasMode()
                ? new MapGroup.Unmapped(
                        unmapped.getMode().toCode(), unmapped.getCode(), unmapped.getDisplay(), unmapped.getUrl())
                : null;
    }

    private static MapTarget mapping(SourceElementComponent element, TargetElementComponent target) {
        return new MapTarget(
                element.getCode(),
                element.getDisplay(),
                target.getCode(),
                target.getDisplay(),
                target.hasEquivalence() ? target.getEquivalence().toCode() : "relatedto",
                target.getComment(),
                attributes(target.getDependsOn()),
                attributes(target.getProduct()));
    }

    private static List<MapTarget.Attribute> attributes(List<OtherElementComponent> others) {
        return others.stream()
                .filter(other -> other.hasProperty() && other.hasValue())
                .map(other -> new MapTarget.Attribute(
                        other.getProperty(), other.getSystem(), other.getValue(), other.getDisplay()))
                .toList();
    }
}
