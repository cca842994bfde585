package org.hms.terminology.valueset;

import java.util.List;
import org.hms.terminology.content.ContentDesignation;
import org.hms.terminology.content.ContentExtension;
import org.jspecify.annotations.Nullable;

/** A code that a value set names, with the texts it gives the code and what it says of it. */
public record ConceptReference(
        String code,
        @Nullable String display,
        List<ContentDesignation> designations,
        List<ContentExtension> extensions) {
    public ConceptReference {
        designations = List.copyOf(designations);
        extensions = List.copyOf(extensions);
    }
}
