package org.hms.terminology.conceptmap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A concept map by its definition: groups of mappings from one code system to another. */
public record ConceptMapDefinition(
        String url,
        @Nullable String version,
        @Nullable String sourceScope,
        @Nullable String targetScope,
        List<MapGroup> groups) {
    public ConceptMapDefinition {
        groups = List.copyOf(groups);
    }

    public String canonical() {
        return version == null ? url : url + "|" + version;
    }
}
