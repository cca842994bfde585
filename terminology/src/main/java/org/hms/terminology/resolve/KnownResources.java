package org.hms.terminology.resolve;

import java.util.List;
import org.hms.terminology.compile.DefinedContent;
import org.hms.terminology.conceptmap.ConceptMapDefinition;
import org.hms.terminology.content.CodeSystems;
import org.hms.terminology.valueset.ValueSets;

/** What the registry itself holds: code systems and value sets by URL, supplements and maps. */
public interface KnownResources extends CodeSystems {

    ValueSets valueSets();

    /** Supplements to the code system with this URL. */
    List<DefinedContent> supplementsTo(String url);

    List<ConceptMapDefinition> conceptMaps();
}
