package org.hms.terminology.resolve;

import java.util.List;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.valueset.ValueSetDefinition;

/** Resources that came with a question and are known while it is answered. */
public record SentResources(
        List<DefinedContent> codeSystems, List<ValueSetDefinition> valueSets, List<ConceptMapDefinition> conceptMaps) {
    public static final SentResources NONE = new SentResources(List.of(), List.of(), List.of());

    public SentResources {
        codeSystems = List.copyOf(codeSystems);
        valueSets = List.copyOf(valueSets);
        conceptMaps = List.copyOf(conceptMaps);
    }
}
