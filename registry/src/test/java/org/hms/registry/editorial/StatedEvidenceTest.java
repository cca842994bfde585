package org.hms.registry.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hms.registry.editorial.Proposal.Origin;
import org.hms.registry.editorial.Proposal.Review;
import org.hms.registry.editorial.Proposal.State;
import org.hms.registry.store.StoredJson;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.exchange.SssomReader;
import org.hms.terminology.exchange.SssomWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mapping exported as SSSOM, read, proposed, stored and looked at again is the mapping it was. */
class StatedEvidenceTest {
    private static final SchemeVersion SCHEME =
            new SchemeVersion("https://registry.hms.gov.py/terms/scheme/x", "Prueba", "1", "CC0", "0".repeat(64));
    private static final List<String> TEXTS =
            List.of("llano", "con\ttabulador", "con \"comillas\"", "dos\nrenglones", "ñandé ʼỹ", "#almohadilla");

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123, 42})
    void nothingOfAMappingIsLostOnItsWayThroughAFileAndAProposal(long seed) {
        var random = new Random(seed);
        var mappings = new ArrayList<ConceptMapping>();
        for (var number = 0; number < 300; number++) {
            mappings.add(mapping(random, number));
        }
        var out = new StringWriter();
        new SssomWriter("https://registry.hms.gov.py/terms/", SCHEME).write(List.of(concept(mappings)), out);

        var read = SssomReader.read(new StringReader(out.toString()));
        var json = new StoredJson();
        var back = read.mappings().stream()
                .map(StatedEvidence::toChange)
                .map(change -> json.read(json.write(change), Change.NewMapping.class))
                .map(change -> StatedEvidence.toMapping(change, Objects.requireNonNull(change.stated())))
                .toList();

        assertThat(read.findings()).isEmpty();
        assertThat(back).as("seed %d", seed).isEqualTo(mappings);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void whatWasStatedIsPublishedWithTheSecondPersonsWordAndTheEarlierOneInTheComment(long seed) {
        var mapping = mapping(new Random(seed), 1);
        var edits = new Edits(List.of(concept(List.of())));

        edits.apply(new Proposal(
                1,
                StatedEvidence.toChange(mapping),
                Origin.IMPORT,
                State.ACCEPTED,
                "ana",
                Instant.EPOCH,
                new Review("eva", Instant.parse("2026-11-23T12:00:00Z"), "bien"),
                null));

        var published = edits.concepts().getFirst().mappings().getFirst();
        assertThat(published.relation()).isEqualTo(mapping.relation());
        assertThat(published.evidence().justification())
                .isEqualTo(mapping.evidence().justification());
        assertThat(published.evidence().author()).isEqualTo(mapping.evidence().author());
        assertThat(published.evidence().confidence())
                .isEqualTo(mapping.evidence().confidence());
        assertThat(published.evidence().review())
                .isNotNull()
                .extracting(MappingReview::reviewer)
                .isEqualTo("eva");
        var earlier = mapping.evidence().review();
        if (earlier != null) {
            assertThat(published.evidence().comment()).contains("Confirmed before by " + earlier.reviewer());
        }
    }

    private static ConceptMapping mapping(Random random, int number) {
        var systems = List.of(SystemUri.ICD_10, SystemUri.ICD_11, SystemUri.SNOMED_CT);
        var review = random.nextBoolean()
                ? null
                : new MappingReview(
                        text(random),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
                        random.nextBoolean() ? null : "label-search");
        return new ConceptMapping(
                "GN0001",
                Coding.of(systems.get(random.nextInt(systems.size())), "A" + number),
                MappingRelation.values()[random.nextInt(MappingRelation.values().length)],
                new MappingEvidence(
                        random.nextBoolean() ? MappingEvidence.MANUAL_CURATION : LinkageCandidates.JUSTIFICATION,
                        text(random),
                        text(random),
                        Confidence.values()[random.nextInt(3)],
                        random.nextBoolean() ? null : text(random),
                        review));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static Concept concept(List<ConceptMapping> mappings) {
        return new Concept(
                        "GN0001",
                        "symptom",
                        null,
                        List.of(Designation.of("gn", DesignationUse.PREFERRED, "prueba")),
                        List.of(),
                        new Provenance("prueba", Confidence.HIGH, ReviewStatus.CANDIDATE, null),
                        null)
                .withMappings(mappings);
    }
}
