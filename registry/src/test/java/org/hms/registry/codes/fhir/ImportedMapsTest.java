package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hms.registry.codes.CanonicalResource;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.hms.terminology.graph.MapHeader;
import org.hms.terminology.graph.MapRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedMapsTest {
    private static final String IMPORTED = "https://example.org/maps/imported";
    private static final String STORED = "https://example.org/maps/stored";

    @TempDir
    static Path directory;

    private static TerminologyService terminology;
    private static TranslateOperation translate;

    @BeforeAll
    static void open() throws IOException {
        terminology = CodesQuestions.terminologyIn(directory);
        publish("1", new MapRow("R50.9", "", "OLD", "", "equivalent", ""));
        publish(
                "2",
                new MapRow("R50.9", "Fiebre", "MG26", "Fever", "wider", "By hand"),
                new MapRow("R99", "", "", "", "unmatched", ""));
        var store = new CodesQuestions.MemoryStore();
        store.add(new CanonicalResource(
                "ConceptMap", "stored", 1, STORED, "1", null, "active", storedMap(), Instant.EPOCH, "test"));
        translate = new TranslateOperation(
                terminology, new TerminologyDesk(terminology, new StoredResources(store)), TermUse.NONE);
    }

    private static void publish(String version, MapRow... rows) throws IOException {
        var header = new MapHeader(IMPORTED, version, "Imported", SystemUri.ICD_10, SystemUri.ICD_11);
        terminology.maps().publish(header, List.of(rows));
    }

    private static String storedMap() {
        return """
            {"resourceType": "ConceptMap", "url": "%s", "version": "1", "status": "active", "group": [{
              "source": "%s", "target": "https://example.org/local", "element": [{"code": "R50.9",
                "target": [{"code": "LOCAL", "equivalence": "equivalent"}]}]}]}
            """.formatted(STORED, SystemUri.ICD_10);
    }

    @AfterAll
    static void close() {
        terminology.close();
    }

    @Test
    void storedAndImportedMapsAndTheLexiconAnswerTogether() {
        var answer = asked("system", SystemUri.ICD_10, "code", "R50.9");

        assertThat(answer.getParameterBool("result")).isTrue();
        assertThat(matches(answer))
                .containsExactly(tuple("LOCAL", "equivalent"), tuple("MG26", "wider"), tuple("GN9001", "inexact"));
    }

    @Test
    void aMapThatIsNamedAnswersAlone() {
        assertThat(matches(asked("system", SystemUri.ICD_10, "code", "R50.9", "url", IMPORTED)))
                .containsExactly(tuple("MG26", "wider"));
        assertThat(matches(asked("system", SystemUri.ICD_10, "code", "R50.9", "url", IMPORTED + "|1")))
                .containsExactly(tuple("OLD", "equivalent"));
        assertThat(matches(
                        asked("system", SystemUri.ICD_10, "code", "R50.9", "url", IMPORTED, "conceptMapVersion", "1")))
                .containsExactly(tuple("OLD", "equivalent"));
    }

    @Test
    void backwardsAnImportedMapIsTurnedRound() {
        assertThat(matches(asked("system", SystemUri.ICD_11, "code", "MG26", "reverse", "true", "url", IMPORTED)))
                .containsExactly(tuple("R50.9", "narrower"));
        assertThat(matches(asked("system", SystemUri.ICD_11, "code", "MG26", "reverse", "true")))
                .containsExactly(tuple("R50.9", "narrower"), tuple("GN9001", "narrower"));
    }

    @Test
    void aCodeThatIsSaidToHaveNoTargetIsAnsweredSo() {
        var answer = asked("system", SystemUri.ICD_10, "code", "R99", "url", IMPORTED);

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(matches(answer)).containsExactly(tuple("", "unmatched"));
    }

    @Test
    void theTargetChoosesAmongTheMaps() {
        assertThat(matches(asked("system", SystemUri.ICD_10, "code", "R50.9", "targetsystem", SystemUri.ICD_11)))
                .containsExactly(tuple("MG26", "wider"));
        assertThat(matches(asked("system", SystemUri.ICD_10, "code", "R50.9", "target", SystemUri.ICD_11 + "?fhir_vs")))
                .contains(tuple("MG26", "wider"));
        assertThat(matches(asked("sourceSystem", SystemUri.ICD_10, "sourceCode", "R50.9")))
                .containsExactly(tuple("LOCAL", "equivalent"), tuple("MG26", "wider"));
    }

    private static Parameters asked(String... namesAndValues) {
        return (Parameters) CodesQuestions.ask(translate, namesAndValues);
    }

    /** Code and equivalence of each match. */
    private static List<Tuple> matches(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("match"))
                .map(match -> {
                    var code = match.getPart().stream()
                            .filter(part -> part.getName().equals("concept"))
                            .map(part -> ((Coding) part.getValue()).getCode())
                            .findFirst()
                            .orElse("");
                    var equivalence = match.getPart().stream()
                            .filter(part -> part.getName().equals("equivalence"))
                            .map(part -> part.getValue().primitiveValue())
                            .findFirst()
                            .orElse("");
                    return tuple(code, equivalence);
                })
                .toList();
    }
}
