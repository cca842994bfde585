package org.hms.terminology.translate;

import org.hms.terminology.concept.Coding;
import org.jspecify.annotations.Nullable;

/** What is to be translated. A target is a code system's URI or short name; without one, all systems answer. */
public sealed interface TranslateQuery {

    /** Words somebody said, into codes. */
    record OfWords(
            String text,
            @Nullable String language,
            @Nullable String target,
            int count) implements TranslateQuery {}

    /** A concept of the lexicon, into codes of other systems. */
    record OfConcept(String conceptId, @Nullable String target) implements TranslateQuery {}

    /** A code of another system, back into the concepts that are mapped to it. */
    record OfCode(Coding code) implements TranslateQuery {}
}
