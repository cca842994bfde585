package org.hms.terminology.compile;

import java.util.List;
import org.hms.terminology.content.ContentHeader;
import org.hms.terminology.content.PropertyDefinition;
import org.hms.terminology.content.PublicationState;
import org.jspecify.annotations.Nullable;

/** A code system, or a supplement to one, as a resource defines it. */
public record CodeSystemDefinition(
        ContentHeader header,
        PublicationState state,
        boolean versionNeeded,
        @Nullable String supplements,
        boolean languagePack,
        List<PropertyDefinition> properties,
        List<DefinedConcept> concepts) {
    public CodeSystemDefinition {
        properties = List.copyOf(properties);
        concepts = List.copyOf(concepts);
    }
}
