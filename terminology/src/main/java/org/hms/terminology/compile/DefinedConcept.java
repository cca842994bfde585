package org.hms.terminology.compile;

import java.util.List;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.jspecify.annotations.Nullable;

/** A concept as a resource defines it, with the concepts beneath it. */
public record DefinedConcept(
        String code,
        @Nullable String display,
        @Nullable String definition,
        List<ContentDesignation> designations,
        List<ContentProperty> properties,
        List<ContentExtension> extensions,
        List<DefinedConcept> children) {
    public DefinedConcept {
        designations = List.copyOf(designations);
        properties = List.copyOf(properties);
        extensions = List.copyOf(extensions);
        children = List.copyOf(children);
    }
}
