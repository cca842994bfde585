package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.MappingRelation;
import org.hms.terminology.concept.SystemUri;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TranslateOperationTest {

    @TempDir
    static Path directory;

    private static TerminologyService terminology;
    private static TranslateOperation translate;

    @BeforeAll
    static void open() {
        terminology = CodesQuestions.terminologyIn(directory);
        translate = new TranslateOperation(terminology, CodesQuestions.deskOf(terminology), TermUse.NONE);
    }

    @AfterAll
    static void close() {
        terminology.close();
    }

    @ParameterizedTest
    @EnumSource(MappingRelation.class)
    void theEquivalenceIsTheOneTheRelationNames(MappingRelation relation) {
        assertThat(TerminologyMapping.toEquivalence(relation).toCode()).isEqualTo(relation.fhirEquivalence());
    }

    @ParameterizedTest
    @CsvSource({
        "GN9001, http://hl7.org/fhir/sid/icd-10, R50.9, inexact",
        "GN9001, http://id.who.int/icd/release/11/mms, MG26, wider",
        "GN9001, http://snomed.info/sct, 386661006, equivalent",
        "GN9004, http://hl7.org/fhir/sid/icd-10, R51, narrower"
    })
    void aConceptIsTranslatedWithWhatTheTargetIsToIt(String code, String target, String expected, String equivalence) {
        var answer = asked("system", SystemUri.LEXICON, "code", code, "targetsystem", target);

        assertThat(answer.getParameterBool("result")).isTrue();
        assertThat(matches(answer)).singleElement().satisfies(match -> {
            assertThat(((Coding) part(match, "concept").getValue()).getCode()).isEqualTo(expected);
            assertThat(primitive(part(match, "equivalence"))).isEqualTo(equivalence);
            assertThat(primitive(part(match, "source"))).contains("ConceptMap/guarani-health-lexicon-to-");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://id.who.int/icd/release/11/mms, MG26, GN9001, narrower",
        "http://hl7.org/fhir/sid/icd-10, R51, GN9004, wider"
    })
    void backwardsTheEquivalenceTurnsRound(String system, String code, String concept, String equivalence) {
        var answer = asked("system", system, "code", code, "reverse", "true");

        assertThat(matches(answer)).singleElement().satisfies(match -> {
            assertThat(((Coding) part(match, "concept").getValue()).getCode()).isEqualTo(concept);
            assertThat(primitive(part(match, "equivalence"))).isEqualTo(equivalence);
        });
    }

    @Test
    void aMatchSaysWhyItIsBelieved() {
        var answer = asked("system", SystemUri.LEXICON, "code", "GN9001", "targetsystem", SystemUri.ICD_10);

        var evidence = matches(answer).getFirst().getExtensionByUrl(Canonicals.EVIDENCE);
        assertThat(value(evidence, "justification")).isEqualTo("semapv:ManualMappingCuration");
        assertThat(value(evidence, "confidence")).isEqualTo("high");
    }

    @ParameterizedTest
    @CsvSource({"GN9002, 1", "GN9003, 0"})
    void aFolkIllnessHasNoCodeOfItsOwn(String folkIllness, int hints) {
        var answer = asked("system", SystemUri.LEXICON, "code", folkIllness);

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(primitive(answer.getParameter("message"))).startsWith("Derivar o confirmar");
        assertThat(matches(answer)).hasSize(hints).allSatisfy(match -> {
            assertThat(primitive(part(match, "equivalence"))).isEqualTo("relatedto");
            assertThat(value(match.getExtensionByUrl(Canonicals.EVIDENCE), "referOrConfirm"))
                    .isEqualTo("true");
        });
    }

    @Test
    void aCodeOfAFolkIllnessLeadsBackToAHintOnly() {
        var answer = asked("system", SystemUri.ICD_10, "code", "R68.1", "targetsystem", SystemUri.LEXICON);

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(primitive(part(matches(answer).getFirst(), "equivalence"))).isEqualTo("relatedto");
    }

    @Test
    void aConceptWithATextOnlyIsUnderstoodAsWords() {
        var concept = new CodeableConcept().setText("che akanundu");
        var body = new Parameters();
        body.addParameter().setName("codeableConcept").setValue(concept);
        body.addParameter("url", Canonicals.mapUrl(MappedSystem.ICD_10));

        var answer = (Parameters) CodesQuestions.ask(translate, body);

        var match = matches(answer).getFirst();
        assertThat(((Coding) part(match, "concept").getValue()).getCode()).isEqualTo("R50.9");
        assertThat(value(match.getExtensionByUrl(Canonicals.EVIDENCE), "matchedKind"))
                .isEqualTo("exact");
    }

    @Test
    void aConceptWithSeveralCodingsIsTranslatedByThoseThatAMapLeadsFrom() {
        var concept = new CodeableConcept()
                .addCoding(new Coding("http://example.org/other", "x", null))
                .addCoding(new Coding(SystemUri.LEXICON, "GN9001", null))
                .addCoding(new Coding(SystemUri.LEXICON, "GN9004", null));
        var body = new Parameters();
        body.addParameter().setName("codeableConcept").setValue(concept);
        body.addParameter().setName("targetsystem").setValue(new CodeType(SystemUri.ICD_10));

        var answer = (Parameters) CodesQuestions.ask(translate, body);

        assertThat(matches(answer))
                .extracting(match -> ((Coding) part(match, "concept").getValue()).getCode())
                .containsExactly("R50.9", "R51");
    }

    @ParameterizedTest
    @CsvSource({
        "404, system, http://example.org/other, code, x, reverse, false",
        "404, system, http://hl7.org/fhir/sid/icd-10, code, R51, targetsystem, http://example.org/other",
        "404, system, http://hl7.org/fhir/sid/icd-10, code, R51, targetsystem, http://snomed.info/sct",
        "404, system, http://hl7.org/fhir/sid/icd-10, code, R51, url, http://example.org/map",
        "400, system, http://hl7.org/fhir/sid/icd-10, code, R51, reverse, maybe",
        "400, system, http://hl7.org/fhir/sid/icd-10, code, R51, speed, high",
        "400, version, 1, code, R51, reverse, false"
    })
    void whatCannotBeAskedIsRefused(int status, String a, String av, String b, String bv, String c, String cv) {
        assertThatThrownBy(() -> asked(a, av, b, bv, c, cv))
                .isInstanceOfSatisfying(
                        FhirProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(status));
    }

    private static Parameters asked(String... namesAndValues) {
        return (Parameters) CodesQuestions.ask(translate, namesAndValues);
    }

    private static List<ParametersParameterComponent> matches(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("match"))
                .toList();
    }

    private static ParametersParameterComponent part(ParametersParameterComponent match, String name) {
        return match.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String primitive(ParametersParameterComponent parameter) {
        return Objects.requireNonNull(parameter.getValue().primitiveValue());
    }

    private static String value(Extension extension, String name) {
        return ((PrimitiveType<?>) extension.getExtensionByUrl(name).getValue()).getValueAsString();
    }
}
