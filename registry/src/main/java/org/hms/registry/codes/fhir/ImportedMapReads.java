package org.hms.registry.codes.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.UriType;
import org.hms.registry.codes.ImportedMap;
import org.hms.terminology.graph.CompiledMap;
import org.hms.terminology.graph.MapRow;

/**
 * Imported maps as resources. A search shows those of many mappings in outline, tagged SUBSETTED; a read gives the whole, and
 * {@code /api/v1/code-maps} gives it by pages.
 */
final class ImportedMapReads {
    private static final int LARGEST_IN_A_SEARCH = 1_000;
    private static final String TAGS = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

    private ImportedMapReads() {}

    static CanonicalReads.Entry toEntry(ImportedMap imported) {
        var header = imported.map().header();
        return new CanonicalReads.Entry(
                imported.id(),
                header.url(),
                header.version(),
                Canonicals.nameOf(header.title()),
                () -> toConceptMap(imported.map()),
                () -> outline(imported.map()));
    }

    private static ConceptMap outline(CompiledMap map) {
        if (map.size() <= LARGEST_IN_A_SEARCH) {
            return toConceptMap(map);
        }
        var outline = head(map);
        outline.getMeta().addTag(TAGS, "SUBSETTED", "Subsetted");
        return outline;
    }

    private static ConceptMap head(CompiledMap map) {
        var header = map.header();
        return new ConceptMap()
                .setUrl(header.url())
                .setVersion(header.version())
                .setName(Canonicals.nameOf(header.title()))
                .setTitle(header.title())
                .setStatus(PublicationStatus.ACTIVE)
                .setSource(new UriType(Canonicals.valueSetOf(header.source())))
                .setTarget(new UriType(Canonicals.valueSetOf(header.target())));
    }

    private static ConceptMap toConceptMap(CompiledMap map) {
        var resource = head(map);
        var group = resource.addGroup()
                .setSource(map.header().source())
                .setTarget(map.header().target());
        var elements = new LinkedHashMap<String, SourceElementComponent>();
        for (var number = 0; number < map.size(); number++) {
            add(group, elements, map.row(number));
        }
        return resource;
    }

    private static void add(ConceptMapGroupComponent group, Map<String, SourceElementComponent> elements, MapRow row) {
        var element = elements.computeIfAbsent(row.source(), code -> {
            var added = group.addElement().setCode(code);
            return row.sourceDisplay().isEmpty() ? added : added.setDisplay(row.sourceDisplay());
        });
        var target = element.addTarget().setEquivalence(ConceptMapEquivalence.fromCode(row.equivalence()));
        if (!row.target().isEmpty()) {
            target.setCode(row.target());
        }
        if (!row.targetDisplay().isEmpty()) {
            target.setDisplay(row.targetDisplay());
        }
        if (!row.comment().isEmpty()) {
            target.setComment(row.comment());
        }
    }
}
