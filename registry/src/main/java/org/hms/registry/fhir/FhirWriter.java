package org.hms.registry.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Writes a resource in the form and the measure asked for; a parser is made for each call. */
public final class FhirWriter {
    private final FhirContext context;

    public FhirWriter(FhirContext context) {
        this.context = context;
    }

    public byte[] write(Resource resource, FhirFormat format, Rendering rendering) {
        if (format == FhirFormat.JSON && rendering.equals(Rendering.FULL)) {
            var plain = PlainJson.write(resource);
            if (plain != null) {
                return plain;
            }
        }
        return encode(resource, format, rendering);
    }

    /** By HAPI's parser, whatever the resource holds. */
    byte[] encode(Resource resource, FhirFormat format, Rendering rendering) {
        var parser = format == FhirFormat.JSON ? context.newJsonParser() : context.newXmlParser();
        parser.setPrettyPrint(rendering.pretty());
        // Ids are the registry's own; a full URL must not replace them.
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        // Where a value came from is said of versions.
        parser.setDontStripVersionsFromReferencesAtPaths("Provenance.target", "Provenance.entity.what");
        if (!(resource instanceof OperationOutcome)) {
            measure(parser, resource instanceof Bundle, rendering);
        }
        return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private static void measure(IParser parser, boolean bundle, Rendering rendering) {
        parser.setEncodeElementsAppliesToChildResourcesOnly(bundle);
        if (!rendering.elements().isEmpty()) {
            var elements =
                    rendering.elements().stream().map(element -> "*." + element).collect(Collectors.toSet());
            elements.addAll(Set.of("*.(mandatory)", "*.id", "*.meta"));
            parser.setEncodeElements(elements);
        }
        switch (rendering.summary()) {
            case TRUE -> parser.setSummaryMode(true);
            case DATA -> parser.setSuppressNarratives(true);
            case TEXT -> parser.setEncodeElements(Set.of("*.text", "*.id", "*.meta", "*.(mandatory)"));
            case FALSE, COUNT -> {
                // The whole resource; a count has no entries to shorten.
            }
        }
    }
}
