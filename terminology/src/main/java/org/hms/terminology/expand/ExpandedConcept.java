package org.hms.terminology.expand;

import java.util.List;
import org.hms.terminology.content.ContentExtension;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.texts.ConceptText;
import org.jspecify.annotations.Nullable;

/** A code of an expansion, with the codes nested beneath it. */
public record ExpandedConcept(
        String system,
        @Nullable String version,
        String code,
        @Nullable String display,
        boolean isAbstract,
        boolean isInactive,
        List<ConceptText> designations,
        List<ContentProperty> properties,
        List<ContentExtension> extensions,
        List<ExpandedConcept> contains) {}
