package org.hms.terminology.concept;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unit of meaning of a local concept scheme with its words, its mappings and its provenance. {@code sameAs} names the
 * concept of the scheme's first language that it equals, where it is a word of another language for the same thing. A
 * deprecated concept keeps its id and is found by it, but no longer by its words.
 */
public record Concept(
        String id,
        String category,
        @Nullable String definition,
        List<Designation> designations,
        List<ConceptMapping> mappings,
        Provenance provenance,
        @Nullable String sameAs,
        @Nullable Deprecation deprecation) {

    /** The category of illnesses that a community knows and a classification does not. */
    public static final String FOLK_ILLNESS = "folk-illness";

    public Concept {
        if (id.isBlank() || designations.isEmpty()) {
            throw new IllegalArgumentException("A concept has an id and at least one designation");
        }
        designations = List.copyOf(designations);
        mappings = List.copyOf(mappings);
    }

    public Concept(
            String id,
            String category,
            @Nullable String definition,
            List<Designation> designations,
            List<ConceptMapping> mappings,
            Provenance provenance,
            @Nullable String sameAs) {
        this(id, category, definition, designations, mappings, provenance, sameAs, null);
    }

    public boolean isDeprecated() {
        return deprecation != null;
    }

    public Concept withDesignations(List<Designation> newDesignations) {
        return new Concept(id, category, definition, newDesignations, mappings, provenance, sameAs, deprecation);
    }

    public Concept withMappings(List<ConceptMapping> newMappings) {
        return new Concept(id, category, definition, designations, newMappings, provenance, sameAs, deprecation);
    }

    public Concept withDeprecation(Deprecation newDeprecation) {
        return new Concept(id, category, definition, designations, mappings, provenance, sameAs, newDeprecation);
    }

    public boolean isFolkIllness() {
        return category.equals(FOLK_ILLNESS);
    }

    /** The concept's first preferred designation, in the language it was recorded in. */
    public Designation preferred() {
        return designations.stream()
                .filter(designation -> designation.use() == DesignationUse.PREFERRED)
                .findFirst()
                .orElse(designations.getFirst());
    }

    public Optional<Designation> findPreferred(String language) {
        return designations.stream()
                .filter(designation -> designation.use() == DesignationUse.PREFERRED)
                .filter(designation -> designation.language().equals(language))
                .findFirst();
    }
}
