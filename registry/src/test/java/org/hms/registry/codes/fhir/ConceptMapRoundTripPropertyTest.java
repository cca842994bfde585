package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hms.registry.codes.MappedSystem;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.MappingReview;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.translate.TranslatedCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lexicon's maps as FHIR resources hold all that was curated: whoever reads one can write the lexicon's mappings again. */
class ConceptMapRoundTripPropertyTest {
    private static final List<String> TEXTS =
            List.of("llano", "dos\nrenglones", "con \"comillas\"", "ñandé ʼỹ", "a; b");

    @TempDir
    Path directory;

    @Test
    void everyMappingOfTheLexiconComesBackFromItsMaps() {
        try (var terminology = CodesQuestions.terminologyIn(directory)) {
            var back = Stream.of(MappedSystem.values())
                    .map(Canonicals::mapId)
                    .map(id -> CodesQuestions.read(ConceptMapReads.of(terminology)::read, id))
                    .flatMap(resource -> mappings(reread((ConceptMap) resource)))
                    .toList();
            var before = Stream.of("GN9001", "GN9002", "GN9003", "GN9004")
                    .flatMap(id -> terminology.findConcept(id).orElseThrow().mappings().stream())
                    .toList();

            assertThat(before).hasSizeGreaterThan(4);
            assertThat(back).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverWasCuratedStandsInTheEvidence(long seed) {
        var random = new Random(seed);
        IntStream.range(0, 200).mapToObj(_ -> mapping(random)).forEach(mapping -> {
            var map = new ConceptMap();
            var translated = new TranslatedCode(
                    new Coding(SystemUri.LEXICON, mapping.conceptId(), null, null),
                    mapping.target(),
                    mapping.relation(),
                    mapping.evidence(),
                    1,
                    null,
                    random.nextBoolean());
            map.addGroup()
                    .setSource(SystemUri.LEXICON)
                    .setTarget(mapping.target().system())
                    .addElement()
                    .setCode(mapping.conceptId())
                    .addTarget()
                    .setCode(mapping.target().code())
                    .setEquivalence(TerminologyMapping.toEquivalence(translated))
                    .addExtension(MappingEvidenceExtension.of(translated));

            assertThat(mappings(reread(map))).containsExactly(mapping);
        });
    }

    private static ConceptMap reread(ConceptMap map) {
        var json = FhirContext.forR4Cached().newJsonParser();
        return json.parseResource(ConceptMap.class, json.encodeResourceToString(map));
    }

    private static Stream<ConceptMapping> mappings(ConceptMap map) {
        return map.getGroup().stream()
                .flatMap(group -> group.getElement().stream()
                        .flatMap(element -> element.getTarget().stream()
                                .map(target -> mapping(element.getCode(), group.getTarget(), target))));
    }

    private static ConceptMapping mapping(String concept, String system, TargetElementComponent target) {
        var evidence = target.getExtensionByUrl(Canonicals.EVIDENCE);
        var relation = Arrays.stream(MappingRelation.values())
                .filter(known -> known.skosName().equals(said(evidence, "relation")))
                .findFirst()
                .orElseThrow();
        var confidence = Arrays.stream(Confidence.values())
                .filter(known -> known.word().equals(said(evidence, "confidence")))
                .findFirst()
                .orElseThrow();
        var reviewer = said(evidence, "reviewer");
        return new ConceptMapping(
                concept,
                Coding.of(system, target.getCode()),
                relation,
                new MappingEvidence(
                        orEmpty(said(evidence, "justification")),
                        orEmpty(said(evidence, "author")),
                        orEmpty(said(evidence, "source")),
                        confidence,
                        said(evidence, "comment"),
                        reviewer == null
                                ? null
                                : new MappingReview(
                                        reviewer,
                                        LocalDate.parse(orEmpty(said(evidence, "reviewed"))),
                                        said(evidence, "tool"))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String said(Extension evidence, String name) {
        var part = evidence.getExtensionByUrl(name);
        return part == null ? null : part.getValue().primitiveValue();
    }

    private static ConceptMapping mapping(Random random) {
        var review = random.nextBoolean()
                ? null
                : new MappingReview(
                        text(random),
                        LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)),
                        random.nextBoolean() ? null : text(random));
        return new ConceptMapping(
                "GN" + random.nextInt(10_000),
                Coding.of(SystemUri.ICD_10, "A" + random.nextInt(100)),
                MappingRelation.values()[random.nextInt(MappingRelation.values().length)],
                new MappingEvidence(
                        MappingEvidence.MANUAL_CURATION,
                        text(random),
                        text(random),
                        Confidence.values()[random.nextInt(Confidence.values().length)],
                        random.nextBoolean() ? null : text(random),
                        review));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(100);
    }
}
