package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.registry.editorial.Proposal.State;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SystemUri;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final Instant AT = Instant.parse("2026-11-23T12:00:00Z");

    private final Edits edits = new Edits(List.of(concept("GN0001", "akã"), concept("GN0002", "py")));

    @Test
    void aLabelKeepsWhoGaveItAndWhoConfirmedIt() {
        edits.apply(proposal(1, label("iñakã"), Origin.PERSON));

        var added = edits.concepts().getFirst().designations().getLast();
        assertThat(added.text()).isEqualTo("iñakã");
        assertThat(added.use()).isEqualTo(DesignationUse.ALTERNATIVE);
        assertThat(added.attestation()).isNotNull().satisfies(attestation -> {
            assertThat(attestation.author()).isEqualTo("ana");
            assertThat(attestation.reviewer()).isEqualTo("eva");
        });
        assertThat(edits.sentences()).singleElement().asString().contains("ana", "eva", "GN0001");
    }

    @Test
    void whatIsThereAlreadyIsNotAddedTwice() {
        edits.apply(proposal(1, label("iñakã"), Origin.PERSON));
        edits.apply(proposal(2, label(" iñakã "), Origin.PERSON));

        assertThat(edits.concepts().getFirst().designations()).hasSize(2);
        assertThat(edits.sentences()).hasSize(1);
    }

    @Test
    void aMachinesMappingSaysThatItIsOne() {
        edits.apply(proposal(
                1,
                new Change.NewMapping("GN0001", SystemUri.ICD_10, "R51", MappingRelation.RELATED, "search", null),
                Origin.LABEL_SEARCH));

        var evidence = edits.concepts().getFirst().mappings().getFirst().evidence();
        assertThat(evidence.justification()).isEqualTo(MappingEvidence.LEXICAL_MATCHING);
        assertThat(evidence.confidence()).isEqualTo(Confidence.LOW);
        assertThat(evidence.review()).isNotNull().satisfies(review -> {
            assertThat(review.reviewer()).isEqualTo("eva");
            assertThat(review.tool()).isEqualTo("label-search");
        });
    }

    @Test
    void aCorrectedMappingIsTheReviewersAndTellsWhatWasProposed() {
        var proposed = new Change.NewMapping(
                "GN0001", SystemUri.ICD_10, "R51", MappingRelation.RELATED, "search", "de prueba");
        var corrected = new Correction(" R52 ", MappingRelation.BROAD).of(proposed);
        edits.apply(new Proposal(
                7,
                proposed,
                Origin.LABEL_SEARCH,
                State.ACCEPTED,
                "ana",
                AT,
                new Review("eva", AT, "es otro", corrected),
                null));

        var mapping = edits.concepts().getFirst().mappings().getFirst();
        assertThat(mapping.target().code()).isEqualTo("R52");
        assertThat(mapping.relation()).isEqualTo(MappingRelation.BROAD);
        assertThat(mapping.evidence().justification()).isEqualTo(MappingEvidence.MANUAL_CURATION);
        assertThat(mapping.evidence().author()).isEqualTo("ana");
        assertThat(mapping.evidence().comment()).contains("de prueba", "by eva", "R51 as relatedMatch");
        assertThat(mapping.evidence().review()).isNotNull().satisfies(review -> {
            assertThat(review.reviewer()).isEqualTo("eva");
            assertThat(review.tool()).isEqualTo("label-search");
        });
        assertThat(edits.sentences()).singleElement().asString().contains("R52 as broadMatch", "corrected by eva");
    }

    @Test
    void onlyMappingsAreCorrectedAndOnlyToSomethingElse() {
        var mapping = new Change.NewMapping("GN0001", SystemUri.ICD_10, "R51", MappingRelation.RELATED, "search", null);

        assertThatThrownBy(() -> new Correction("R52", null).of(label("iñakã")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only a mapping");
        assertThatThrownBy(() -> new Correction("R51", MappingRelation.RELATED).of(mapping))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("something else");
    }

    @Test
    void newConceptsAreNumberedOneAfterTheOther() {
        for (var number = 1; number <= 2; number++) {
            edits.apply(proposal(
                    number,
                    new Change.NewConcept("symptom", null, "gn", "x" + number, "equis", null, "source"),
                    Origin.PERSON));
        }

        assertThat(edits.concepts()).extracting(Concept::id).endsWith("PY0001", "PY0002");
    }

    @Test
    void aDeprecatedConceptStays() {
        edits.apply(proposal(1, new Change.Deprecate("GN0001", "Repetido", "GN0002"), Origin.PERSON));

        assertThat(edits.concepts()).hasSize(2);
        assertThat(edits.concepts().getFirst().isDeprecated()).isTrue();
    }

    private static Change label(String text) {
        return new Change.NewLabel("GN0001", "gn", text, null, null, "source", null, null);
    }

    private static Proposal proposal(long id, Change change, Origin origin) {
        return new Proposal(id, change, origin, State.ACCEPTED, "ana", AT, new Review("eva", AT, "sounds right"), null);
    }

    private static Concept concept(String id, String text) {
        return new Concept(
                id,
                "body-part",
                null,
                List.of(Designation.of("gn", DesignationUse.PREFERRED, text)),
                List.of(),
                new Provenance("source", Confidence.HIGH, ReviewStatus.CANDIDATE, null),
                null);
    }
}
