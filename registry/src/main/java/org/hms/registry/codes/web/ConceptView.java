package org.hms.registry.codes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.translate.TranslatedCode;
import org.hms.terminology.translate.Translation;
import org.jspecify.annotations.Nullable;

/** A whole concept: its labels, what it is mapped to and why, and where its words come from. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConceptView(
        String conceptId,
        String category,
        @Nullable String definition,
        @Nullable String sameAs,
        boolean referOrConfirm,
        List<Label> labels,
        List<MappingView> mappings,
        Source provenance) {
    public ConceptView {
        labels = List.copyOf(labels);
        mappings = List.copyOf(mappings);
    }

    /** A word or phrase in one language. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Label(
            String text,
            String language,
            String use,
            @Nullable String register,
            @Nullable String dialect) {

        static Label of(Designation designation) {
            return new Label(
                    designation.text(),
                    designation.language(),
                    designation.use().name().toLowerCase(Locale.ROOT),
                    designation.register(),
                    designation.dialect());
        }
    }

    /** Who attests the words, how well, and whether anybody has reviewed them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            String source,
            String confidence,
            String reviewStatus,
            @Nullable String notes) {

        static Source of(Provenance provenance) {
            return new Source(
                    provenance.source(),
                    provenance.confidence().word(),
                    provenance.reviewStatus().word(),
                    provenance.notes());
        }
    }

    static ConceptView of(Concept concept, Translation translation) {
        return new ConceptView(
                concept.id(),
                concept.category(),
                concept.definition(),
                concept.sameAs(),
                concept.isFolkIllness() || translation.matches().stream().anyMatch(TranslatedCode::referOrConfirm),
                concept.designations().stream().map(Label::of).toList(),
                translation.matches().stream()
                        .map(match -> MappingView.of(match.target(), match.relation(), match.evidence()))
                        .toList(),
                Source.of(concept.provenance()));
    }
}
