package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.load.Icd10CsvImporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledCodeSystemTest {
    @TempDir
    static Path directory;

    private static @Nullable CodeSystemLibrary library;
    private static @Nullable CompiledCodeSystem icd10;
    private static List<SourceConcept> source = List.of();

    @BeforeAll
    static void compile() {
        source = Icd10CsvImporter.read(SharedData.icd10()).concepts();
        library = CodeSystemLibrary.open(directory);
        library.publish(new CodeSystemSource(SystemUri.ICD_10, "2013", "CIE-10", "es", source));
        icd10 = library.find(SystemUri.ICD_10, null).orElseThrow();
    }

    @AfterAll
    static void close() {
        if (library != null) {
            library.close();
        }
    }

    @Test
    void everyCodeIsFoundWithItsTextAndParent() {
        for (var concept : source) {
            var lookup = icd10.lookup(concept.code()).orElseThrow();
            assertThat(lookup.display())
                    .isEqualTo(concept.designations().getFirst().text());
            assertThat(lookup.parent()).isEqualTo(concept.parent());
            assertThat(lookup.properties()).isEqualTo(concept.properties());
        }
        assertThat(icd10.lookup("Z99.99")).isEmpty();
        assertThat(icd10.lookup("")).isEmpty();
        assertThat(icd10.lookup("r50.9")).isEmpty();
    }

    @Test
    void subsumptionEqualsANaiveWalkUpTheTree() {
        var parents = new HashMap<String, @Nullable String>();
        source.forEach(concept -> parents.put(concept.code(), concept.parent()));
        // Every code against each of its ancestors, and against as many codes drawn at random.
        var random = new Random(20261122);
        for (var concept : source) {
            for (var ancestor = concept.code(); ancestor != null; ancestor = parents.get(ancestor)) {
                assertSubsumes(parents, ancestor, concept.code());
            }
            for (var draw = 0; draw < 20; draw++) {
                assertSubsumes(
                        parents, source.get(random.nextInt(source.size())).code(), concept.code());
            }
        }
    }

    private static void assertSubsumes(Map<String, @Nullable String> parents, String codeA, String codeB) {
        SubsumptionOutcome expected;
        if (codeA.equals(codeB)) {
            expected = SubsumptionOutcome.EQUIVALENT;
        } else if (isAbove(parents, codeA, codeB)) {
            expected = SubsumptionOutcome.SUBSUMES;
        } else {
            expected =
                    isAbove(parents, codeB, codeA) ? SubsumptionOutcome.SUBSUMED_BY : SubsumptionOutcome.NOT_SUBSUMED;
        }
        if (icd10.subsumes(codeA, codeB).orElseThrow() != expected) {
            assertThat(icd10.subsumes(codeA, codeB))
                    .as("%s and %s", codeA, codeB)
                    .contains(expected);
        }
    }

    private static boolean isAbove(Map<String, @Nullable String> parents, String above, String below) {
        for (var code = parents.get(below); code != null; code = parents.get(code)) {
            if (code.equals(above)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anUnknownCodeIsNotSubsumedButUnknown() {
        assertThat(icd10.subsumes("R50", "nonsense")).isEmpty();
    }

    @Test
    void theChildrenOfACodeAreThoseThatNameItAsParent() {
        for (var code : List.of("R50", "R50-R69", "R00-R99", "R50.9")) {
            assertThat(icd10.children(code))
                    .extracting(CodeLookup::code)
                    .containsExactlyElementsOf(source.stream()
                            .filter(concept -> code.equals(concept.parent()))
                            .map(SourceConcept::code)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void anExpansionIsPagedAndCounted() {
        var all = icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 10));
        var second = icd10.expand(new ExpandQuery(SystemUri.ICD_10, null, null, null, null, 5, 10));

        assertThat(all.total()).isEqualTo(14_498);
        assertThat(all.entries()).hasSize(10);
        assertThat(second.entries().getFirst()).isEqualTo(all.entries().get(5));
        assertThat(all.entries().getFirst().isAbstract()).isTrue();
    }

    @Test
    void anExpansionUnderARootHoldsWhatTheRootSubsumes() {
        var expansion = icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 1000).under("R50-R69"));

        assertThat(expansion.total()).isEqualTo(expansion.entries().size());
        assertThat(expansion.entries())
                .allMatch(entry -> icd10.subsumes("R50-R69", entry.code()).orElseThrow() == SubsumptionOutcome.SUBSUMES
                        || entry.code().equals("R50-R69"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fiebre no esp", "FIEBRE NO ESPECIFICADA", "especificada fiébre", "R50.9", "r509"})
    void aFilterFindsByTheBeginningsOfWordsInAnyOrderOrByCode(String filter) {
        assertThat(icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 20).filteredBy(filter))
                        .entries())
                .extracting(Expansion.Entry::code)
                .contains("R50.9");
    }

    @Test
    void aFilterForgivesASlipWhereNothingElseIsFound() {
        assertThat(icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 20).filteredBy("neumoniia bacteriana"))
                        .entries())
                .extracting(Expansion.Entry::display)
                .anyMatch(display -> display.startsWith("Neumonía bacteriana"));
    }

    @Test
    void textsThatBeginWithTheWordComeFirst() {
        assertThat(icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 5).filteredBy("neumon"))
                        .entries())
                .extracting(Expansion.Entry::display)
                .allMatch(display -> display.startsWith("Neumon"));
    }

    @Test
    void aLongFilterDoesNotHangTheExpansion() {
        for (var filter : List.of("x".repeat(10_000), "fiebre ".repeat(1_500), "\u0303".repeat(10_000))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 5).filteredBy(filter)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ".*(", "\u0303\u0303", "\"", "fiebre AND", "???"})
    void aFilterIsWordsAndNoQueryLanguage(String filter) {
        assertThat(icd10.expand(ExpandQuery.of(SystemUri.ICD_10, 5).filteredBy(filter)))
                .isNotNull();
    }

    @Test
    void aDisplayIsCheckedAccentsAndCaseAside() {
        var display = icd10.lookup("R50.9").orElseThrow().display();

        assertThat(icd10.validateCode("R50.9", display.toUpperCase(java.util.Locale.ROOT), "es")
                        .valid())
                .isTrue();
        assertThat(icd10.validateCode("R50.9", "Tos", "es").valid()).isFalse();
        assertThat(icd10.validateCode("R50.9", "Tos", "es").display()).isEqualTo(display);
        assertThat(icd10.validateCode("R509", null, null).valid()).isFalse();
    }

    @Test
    void theImplicitValueSetsOfACodeSystemAreUnderstood() {
        var under = ExpandQuery.of(SystemUri.ICD_10 + "?fhir_vs=isa/R50", 5).normalised();

        assertThat(under.url()).isEqualTo(SystemUri.ICD_10);
        assertThat(under.isA()).isEqualTo("R50");
        assertThat(ExpandQuery.of(SystemUri.ICD_10 + "/vs", 5).normalised().url())
                .isEqualTo(SystemUri.ICD_10);
    }

    @Test
    void aSourceWithACircleIsRefused() {
        var circle = List.of(concept("A", "B"), concept("B", "A"));

        assertThatIllegalArgumentException().isThrownBy(() -> TreeOrder.of(circle));
    }

    private static SourceConcept concept(String code, @Nullable String parent) {
        return new SourceConcept(code, parent, List.of(Designation.of("es", DesignationUse.PREFERRED, code)), Map.of());
    }
}
