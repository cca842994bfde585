package org.hms.registry.codes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.jspecify.annotations.Nullable;

/**
 * A code and what it is to the concept, as SKOS names the relation. The display is there once the code system has been
 * imported.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MappingView(
        String system,
        String code,
        @Nullable String version,
        @Nullable String display,
        String relation,
        String confidence,
        String justification,
        String author,
        String source,
        @Nullable String comment) {

    static MappingView of(Coding target, MappingRelation relation, MappingEvidence evidence) {
        return new MappingView(
                target.system(),
                target.code(),
                target.version(),
                target.display(),
                relation.skosName(),
                evidence.confidence().word(),
                evidence.justification(),
                evidence.author(),
                evidence.source(),
                evidence.comment());
    }
}
