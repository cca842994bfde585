package org.hms.terminology.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Coding;
import org.hms.terminology.concept.Concept;
import org.hms.terminology.concept.ConceptMapping;
import org.hms.terminology.concept.Confidence;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.MappingEvidence;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.Provenance;
import org.hms.terminology.concept.ReviewStatus;
import org.hms.terminology.concept.SchemeVersion;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.LexiconLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConceptStoreTest {
    private static final Concept FEVER = concept("GN9001", "symptom", List.of(mapping("GN9001", "R50.9")));

    @TempDir
    Path directory;

    @Test
    void whatIsStoredComesBackAsItWas() {
        var concepts = LexiconLoader.read(SharedData.lexicon()).concepts();
        try (var store = ConceptStore.inMemory(ConceptStore.DEFAULT_BASE)) {
            var scheme = scheme("1", "a");

            assertThat(store.store(scheme, concepts)).isInstanceOf(StoreOutcome.Stored.class);

            assertThat(store.listConcepts(scheme)).containsExactlyInAnyOrderElementsOf(concepts);
        }
    }

    @Test
    void aStoreThatIsOpenedAgainHoldsItsConcepts() {
        var scheme = scheme("1", "a");
        try (var store = ConceptStore.open(directory, ConceptStore.DEFAULT_BASE)) {
            store.store(scheme, List.of(FEVER));
        }
        try (var store = ConceptStore.open(directory, ConceptStore.DEFAULT_BASE)) {
            assertThat(store.findCurrent(scheme.uri())).contains(scheme);
            assertThat(store.listConcepts(scheme)).containsExactly(FEVER);
        }
    }

    @Test
    void versionsStandSideBySideAndTheLastOneIsCurrent() {
        try (var store = ConceptStore.inMemory(ConceptStore.DEFAULT_BASE)) {
            store.store(scheme("2", "a"), List.of(FEVER));
            store.store(scheme("1", "b"), List.of(FEVER));

            assertThat(store.listSchemes()).extracting(SchemeVersion::version).containsExactly("2", "1");
            assertThat(store.findCurrent(scheme("1", "b").uri())).contains(scheme("1", "b"));
            assertThat(store.store(scheme("1", "b"), List.of(FEVER))).isInstanceOf(StoreOutcome.Unchanged.class);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aLoadThatBreaksTheShapesIsRefusedAsAWhole(Fault fault) {
        try (var store = ConceptStore.inMemory(ConceptStore.DEFAULT_BASE)) {
            var outcome = store.store(scheme("1", "a"), List.of(FEVER, fault.concept()));

            assertThat(outcome).isInstanceOfSatisfying(StoreOutcome.Refused.class, refused -> {
                assertThat(refused.findings()).anySatisfy(finding -> {
                    assertThat(finding.focus()).contains(fault.concept().id());
                    assertThat(finding.message()).contains(fault.sentence());
                });
            });
            assertThat(store.listSchemes()).isEmpty();
        }
    }

    record Fault(Concept concept, String sentence) {}

    static List<Fault> faults() {
        var folk = mapping("GN9002", "R68.1");
        return List.of(
                new Fault(concept("GN9002", "folk-illness", List.of(folk)), "folk illness"),
                new Fault(concept("GN9002", "spell", List.of()), "category"),
                new Fault(concept("fever", "symptom", List.of()), "notation"),
                new Fault(concept("GN9002", "symptom", List.of(mapping("GN9002", "fever!"))), "code"),
                new Fault(sameAs("GN9002", "GN7777"), "same scheme"),
                new Fault(sameAs("GN9002", "GN9002"), "chain"),
                new Fault(
                        new Concept(
                                "GN9002",
                                "symptom",
                                null,
                                List.of(preferred("tos"), preferred("hu'u")),
                                List.of(),
                                provenance(),
                                null),
                        "preferred label"),
                new Fault(
                        concept(
                                "GN9002",
                                "symptom",
                                List.of(new ConceptMapping(
                                        "GN9002",
                                        Coding.of(SystemUri.ICD_10, "R05"),
                                        MappingRelation.EXACT,
                                        new MappingEvidence("because", "somebody", "x", Confidence.LOW, null)))),
                        "justification"));
    }

    private static Concept concept(String id, String category, List<ConceptMapping> mappings) {
        return new Concept(id, category, null, List.of(preferred("akãnundu")), mappings, provenance(), null);
    }

    private static Concept sameAs(String id, String other) {
        return new Concept(id, "symptom", null, List.of(preferred("tos")), List.of(), provenance(), other);
    }

    private static Designation preferred(String text) {
        return Designation.of("gn", DesignationUse.PREFERRED, text);
    }

    private static Provenance provenance() {
        return new Provenance("una fuente", Confidence.HIGH, ReviewStatus.CANDIDATE, null);
    }

    private static ConceptMapping mapping(String id, String code) {
        return new ConceptMapping(
                id,
                Coding.of(SystemUri.ICD_10, code),
                MappingRelation.CLOSE,
                new MappingEvidence(MappingEvidence.MANUAL_CURATION, "somebody", "una fuente", Confidence.HIGH, null));
    }

    private static SchemeVersion scheme(String version, String hash) {
        return new SchemeVersion("https://example.org/terms/scheme/x", "Prueba", version, "CC0", hash.repeat(64));
    }
}
