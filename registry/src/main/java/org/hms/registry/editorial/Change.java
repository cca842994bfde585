package org.hms.registry.editorial;

import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.MappingRelation;
import org.jspecify.annotations.Nullable;

/** What is proposed to be otherwise in the lexicon's next version. */
public sealed interface Change {

    /** The concept it is about; for a new one that it equals, or none. */
    @Nullable
    String concept();

    /** A concept with its first word; its id is given when it is published. */
    record NewConcept(
            String category,
            @Nullable String definition,
            String language,
            String text,
            @Nullable String gloss,
            @Nullable String sameAs,
            String source)
            implements Change {
        @Override
        public @Nullable String concept() {
            return sameAs;
        }
    }

    /** A word or phrase more for a concept. */
    record NewLabel(
            String concept,
            String language,
            String text,
            @Nullable String register,
            @Nullable String dialect,
            String source,
            @Nullable String community,
            @Nullable String consent)
            implements Change {}

    /** A code that is, to some degree, what the concept is; or, as NO_MATCH, is known not to be. A file or machine states why. */
    record NewMapping(
            String concept,
            String system,
            String code,
            MappingRelation relation,
            String source,
            @Nullable String comment,
            @Nullable StatedEvidence stated)
            implements Change {

        /** A person's own. */
        public NewMapping(
                String concept,
                String system,
                String code,
                MappingRelation relation,
                String source,
                @Nullable String comment) {
            this(concept, system, code, relation, source, comment, null);
        }

        Coding target() {
            return Coding.of(system, code);
        }
    }

    /** A concept that is no longer to be used. */
    record Deprecate(
            String concept, String reason, @Nullable String replacedBy) implements Change {}
}
