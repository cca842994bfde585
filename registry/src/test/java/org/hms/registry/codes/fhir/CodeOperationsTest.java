package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.hms.registry.codes.MappedSystem;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.registry.termwork.TermUse;
import org.hms.terminology.TerminologyService;
import org.hms.terminology.concept.SystemUri;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOperationsTest {

    @TempDir
    static Path directory;

    private static TerminologyService terminology;
    private static FhirHandler expand;

    @BeforeAll
    static void open() {
        terminology = CodesQuestions.terminologyIn(directory);
        expand = new ExpandOperation(CodesQuestions.deskOf(terminology), InstantSource.fixed(Instant.EPOCH));
    }

    @AfterAll
    static void close() {
        terminology.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://registry.hms.gov.py/fhir/ValueSet/guarani-health-lexicon",
                "https://registry.hms.gov.py/fhir/ValueSet/guarani-health-lexicon|1",
                "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon?fhir_vs"
            })
    void theLexiconIsExpandedByEitherOfItsUrls(String url) {
        assertThat(expansion("url", url).getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("GN9001", "GN9002", "GN9003", "GN9004");
    }

    @Test
    void aFilterFindsWordsAsTheSearchDoes() {
        var found = expansion("url", Canonicals.LEXICON_VALUE_SET, "filter", "che akanundu", "displayLanguage", "es");

        assertThat(found.getExpansion().getContainsFirstRep().getCode()).isEqualTo("GN9001");
        assertThat(found.getExpansion().getContainsFirstRep().getDisplay()).isEqualTo("fiebre");
    }

    @Test
    void aFilterWithACommaIsOneText() {
        var found = expansion("url", Canonicals.LEXICON_VALUE_SET, "filter", "akanundu, ojeo");

        assertThat(found.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .contains("GN9001", "GN9002");
    }

    @Test
    void anExpansionIsPagedAndSaysSo() {
        var page = expansion(
                "url", Canonicals.LEXICON_VALUE_SET, "offset", "1", "count", "2", "includeDesignations", "true");

        assertThat(page.getExpansion().getTotal()).isEqualTo(4);
        assertThat(page.getExpansion().getOffset()).isEqualTo(1);
        assertThat(page.getExpansion().getContains())
                .extracting(ValueSetExpansionContainsComponent::getCode)
                .containsExactly("GN9002", "GN9003");
        assertThat(page.getExpansion().getContainsFirstRep().getDesignation())
                .extracting(ValueSet.ConceptReferenceDesignationComponent::getValue)
                .contains("ohéo", "ojeo", "mal de ojo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/ValueSet/x",
                "http://snomed.info/sct?fhir_vs",
                "icd-10?fhir_vs",
                "https://registry.hms.gov.py/fhir/ValueSet/guarani-health-lexicon|2",
                "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon?fhir_vs=isa/NONE",
                "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon?fhir_vs=ecl/x"
            })
    void anUnknownValueSetIsNotFound(String url) {
        assertRefused(404, () -> expansion("url", url));
    }

    @ParameterizedTest
    @CsvSource({"count, -1", "count, many", "offset, 1.5", "displayLanguage, not a language", "includeDesignations, 1"})
    void whatCannotBeReadIsRefused(String name, String value) {
        assertRefused(400, () -> expansion("url", Canonicals.LEXICON_VALUE_SET, name, value));
    }

    /** Every code of an expansion is valid in its value set, and in its code system by its display. */
    @Test
    void expandAgreesWithValidateCode() {
        var inValueSet = ValidateCodeOperation.ofValueSet(CodesQuestions.deskOf(terminology));
        var inSystem = ValidateCodeOperation.ofCodeSystem(CodesQuestions.deskOf(terminology));
        for (var entry :
                expansion("url", Canonicals.LEXICON_VALUE_SET).getExpansion().getContains()) {
            assertThat(result(
                            inValueSet,
                            "url",
                            Canonicals.LEXICON_VALUE_SET,
                            "system",
                            entry.getSystem(),
                            "code",
                            entry.getCode()))
                    .isTrue();
            assertThat(result(
                            inSystem, "url", entry.getSystem(), "code", entry.getCode(), "display", entry.getDisplay()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon, NONE, ''",
        "http://example.org/other, GN9001, ''",
        "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon, GN9001, tos"
    })
    void whatDoesNotBelongIsNotValid(String system, String code, String display) {
        var coding = new Coding(system, code, display.isEmpty() ? null : display);
        var body = new Parameters();
        body.addParameter("url", Canonicals.LEXICON_VALUE_SET);
        body.addParameter().setName("coding").setValue(coding);

        var answer = (Parameters)
                CodesQuestions.ask(ValidateCodeOperation.ofValueSet(CodesQuestions.deskOf(terminology)), body);

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(answer.hasParameter("message")).isTrue();
    }

    @Test
    void aCodeIsLookedUpWithItsTextsAndProperties() {
        var lookup = new LookupOperation(CodesQuestions.deskOf(terminology), TermUse.NONE);
        var answer = (Parameters)
                CodesQuestions.ask(lookup, "system", SystemUri.LEXICON, "code", "GN9002", "displayLanguage", "es");

        assertThat(answer.getParameter("display").getValue().primitiveValue()).isEqualTo("mal de ojo");
        assertThat(answer.getParameter())
                .filteredOn(parameter -> parameter.getName().equals("property"))
                .extracting(property -> property.getPartFirstRep().getValue().primitiveValue() + "="
                        + property.getPart().getLast().getValue().primitiveValue())
                .contains("category=folk-illness", "referOrConfirm=true");
        assertRefused(404, () -> CodesQuestions.ask(lookup, "system", SystemUri.LEXICON, "code", "NONE"));
        assertRefused(404, () -> CodesQuestions.ask(lookup, "system", SystemUri.ICD_10, "code", "R50"));
        assertRefused(400, () -> CodesQuestions.ask(lookup, "code", "GN9001"));
    }

    @Test
    void codesOfTheLexiconHaveNothingAboveThem() {
        var subsumes = new SubsumesOperation(CodesQuestions.deskOf(terminology));

        assertThat(outcome(subsumes, "GN9001", "GN9001")).isEqualTo("equivalent");
        assertThat(outcome(subsumes, "GN9001", "GN9002")).isEqualTo("not-subsumed");
        assertRefused(404, () -> outcome(subsumes, "GN9001", "NONE"));
    }

    @Test
    void noTargetOfAMapIsWrongWayRoundOrWithoutAComment() {
        var map = map(MappedSystem.ICD_10);

        assertThat(map.getGroupFirstRep().getElement())
                .allSatisfy(element -> assertThat(element.getTarget())
                        .allSatisfy(target -> assertThat(target.getComment()).isNotBlank()));
        assertThat(equivalence(map, "GN9001")).isEqualTo(ConceptMapEquivalence.INEXACT);
        assertThat(equivalence(map, "GN9002")).isEqualTo(ConceptMapEquivalence.RELATEDTO);
        assertThat(equivalence(map, "GN9004")).isEqualTo(ConceptMapEquivalence.NARROWER);
        assertThat(equivalence(map(MappedSystem.ICD_11), "GN9001")).isEqualTo(ConceptMapEquivalence.WIDER);
    }

    private static ConceptMap map(MappedSystem target) {
        var reads = ConceptMapReads.of(terminology);
        return (ConceptMap) CodesQuestions.read(reads::read, Canonicals.mapId(target));
    }

    private static ConceptMapEquivalence equivalence(ConceptMap map, String code) {
        return map.getGroupFirstRep().getElement().stream()
                .filter(element -> element.getCode().equals(code))
                .findFirst()
                .orElseThrow()
                .getTargetFirstRep()
                .getEquivalence();
    }

    private static String outcome(FhirHandler subsumes, String a, String b) {
        var answer = (Parameters) CodesQuestions.ask(subsumes, "system", SystemUri.LEXICON, "codeA", a, "codeB", b);
        return answer.getParameter("outcome").getValue().primitiveValue();
    }

    private static boolean result(FhirHandler operation, String... question) {
        return ((Parameters) CodesQuestions.ask(operation, question)).getParameterBool("result");
    }

    private static ValueSet expansion(String... question) {
        return (ValueSet) CodesQuestions.ask(expand, question);
    }

    private static void assertRefused(int status, ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        FhirProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
