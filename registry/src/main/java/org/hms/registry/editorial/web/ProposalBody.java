package org.hms.registry.editorial.web;

import org.hms.registry.codes.MappedSystem;
import org.hms.registry.editorial.Change;
import org.hms.registry.web.ProblemException;
import org.hms.terminology.concept.MappingRelation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes: a {@code concept}, a {@code label}, a {@code mapping} or a {@code deprecation}; which of the other
 * members are needed depends on it.
 */
public record ProposalBody(
        @Nullable String kind,
        @Nullable String concept,
        @Nullable String category,
        @Nullable String definition,
        @Nullable String language,
        @Nullable String text,
        @Nullable String gloss,
        @Nullable String register,
        @Nullable String dialect,
        @Nullable String community,
        @Nullable String consent,
        @Nullable String system,
        @Nullable String code,
        @Nullable String relation,
        @Nullable String comment,
        @Nullable String source,
        @Nullable String reason,
        @Nullable String replacedBy,
        @Nullable String sameAs) {

    Change toChange() {
        return switch (needed("kind", kind)) {
            case "concept" ->
                new Change.NewConcept(
                        needed("category", category),
                        definition,
                        needed("language", language),
                        needed("text", text),
                        gloss,
                        sameAs,
                        needed("source", source));
            case "label" ->
                new Change.NewLabel(
                        needed("concept", concept),
                        needed("language", language),
                        needed("text", text),
                        register,
                        dialect,
                        needed("source", source),
                        community,
                        consent);
            case "mapping" ->
                new Change.NewMapping(
                        needed("concept", concept),
                        system(needed("system", system)),
                        needed("code", code),
                        relation(needed("relation", relation)),
                        needed("source", source),
                        comment);
            case "deprecation" ->
                new Change.Deprecate(needed("concept", concept), needed("reason", reason), replacedBy);
            default ->
                throw ProblemException.unprocessable("The member kind is concept, label, mapping or deprecation");
        };
    }

    static String system(String name) {
        return MappedSystem.find(name)
                .map(MappedSystem::url)
                .orElseThrow(() -> ProblemException.unprocessable("The member system is no system mapped to here"));
    }

    static MappingRelation relation(String word) {
        return MappingRelation.ofWord(word)
                .orElseThrow(() -> ProblemException.unprocessable(
                        "The member relation is exact, close, broad, narrow, related or none"));
    }

    private static String needed(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.unprocessable("The member " + name + " is needed");
        }
        return value;
    }
}
