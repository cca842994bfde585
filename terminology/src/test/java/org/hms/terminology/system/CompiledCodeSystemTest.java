package org.hms.terminology.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hms.terminology.SharedData;
import org.hms.terminology.concept.Designation;
import org.hms.terminology.concept.DesignationUse;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.content.ContentProperty;
import org.hms.terminology.load.Icd10CsvImporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roaringbitmap.RoaringBitmap;

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
            var found = icd10.find(concept.code());
            assertThat(icd10.display(found))
                    .isEqualTo(concept.designations().getFirst().text());
            assertThat(codes(icd10.parents(found)))
                    .isEqualTo(Stream.ofNullable(concept.parent()).toList());
            assertThat(icd10.properties(found).stream()
                            .collect(Collectors.toMap(ContentProperty::code, ContentProperty::value)))
                    .isEqualTo(concept.properties());
        }
        assertThat(icd10.find("Z99.99")).isNegative();
        assertThat(icd10.find("")).isNegative();
        assertThat(icd10.find("r50.9")).isNegative();
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
        var expected = codeA.equals(codeB) || isAbove(parents, codeA, codeB);
        if (icd10.subsumes(icd10.find(codeA), icd10.find(codeB)) != expected) {
            assertThat(!expected).as("%s and %s", codeA, codeB).isEqualTo(expected);
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
    void theChildrenOfACodeAreThoseThatNameItAsParent() {
        for (var code : List.of("R50", "R50-R69", "R00-R99", "R50.9")) {
            assertThat(codes(icd10.children(icd10.find(code))))
                    .containsExactlyElementsOf(source.stream()
                            .filter(concept -> code.equals(concept.parent()))
                            .map(SourceConcept::code)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void theDescendantsOfACodeAreWhatItSubsumes() {
        var root = icd10.find("R50-R69");
        var beneath = icd10.descendants(root);

        assertThat(icd10.size()).isEqualTo(14_498);
        for (var ordinal = 0; ordinal < icd10.size(); ordinal++) {
            assertThat(beneath.contains(ordinal)).isEqualTo(ordinal != root && icd10.subsumes(root, ordinal));
        }
        assertThat(icd10.isAbstract(0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fiebre no esp", "FIEBRE NO ESPECIFICADA", "especificada fiébre", "R50.9", "r509"})
    void aFilterFindsByTheBeginningsOfWordsInAnyOrderOrByCode(String filter) {
        assertThat(codes(search(filter))).contains("R50.9");
    }

    @Test
    void aFilterForgivesASlipWhereNothingElseIsFound() {
        assertThat(displays("neumoniia bacteriana", 20)).anyMatch(display -> display.startsWith("Neumonía bacteriana"));
    }

    @Test
    void textsThatBeginWithTheWordComeFirst() {
        assertThat(displays("neumon", 5)).hasSize(5).allMatch(display -> display.startsWith("Neumon"));
    }

    @Test
    void aLongFilterDoesNotHangTheSearch() {
        for (var filter : List.of("x".repeat(10_000), "fiebre ".repeat(1_500), "\u0303".repeat(10_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> search(filter));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", ".*(", "\u0303\u0303", "\"", "fiebre AND", "???"})
    void aFilterIsWordsAndNoQueryLanguage(String filter) {
        assertThatCode(() -> search(filter)).doesNotThrowAnyException();
    }

    private static int[] search(String filter) {
        return icd10.search(filter, RoaringBitmap.bitmapOfRange(0, icd10.size()));
    }

    private static List<String> codes(int[] ordinals) {
        return IntStream.of(ordinals).mapToObj(icd10::code).toList();
    }

    private static List<String> displays(String filter, int most) {
        return IntStream.of(search(filter)).limit(most).mapToObj(icd10::display).toList();
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
