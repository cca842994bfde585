package org.hms.registry.codes.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hms.registry.codes.fhir.AnimalQuestions.SYSTEM;
import static org.hms.registry.codes.fhir.AnimalQuestions.question;
import static org.hms.registry.codes.fhir.AnimalQuestions.system;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.FilterOperator;
import org.hms.registry.fhir.FhirHandler;
import org.hms.registry.fhir.FhirProblem;
import org.hms.terminology.TerminologyService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions made to cost much: they are refused, or answered in time. */
class HostileQuestionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    static Path directory;

    private static TerminologyService terminology;
    private static TerminologyDesk desk;

    @BeforeAll
    static void open() {
        terminology = CodesQuestions.terminologyIn(directory);
        desk = CodesQuestions.deskOf(terminology);
    }

    @AfterAll
    static void close() {
        terminology.close();
    }

    @Test
    @Timeout(20)
    void aValueSetWithinItselfIsRefused() {
        var question = new Parameters().addParameter("url", new UriType("http://example.org/vs/1"));
        for (var at = 1; at <= 2; at++) {
            var valueSet = new ValueSet().setUrl("http://example.org/vs/" + at);
            valueSet.getCompose().addInclude().addValueSet("http://example.org/vs/" + (3 - at));
            question.addParameter().setName("tx-resource").setResource(valueSet);
        }

        assertRefused(422, new ExpandOperation(desk, CLOCK), question);
        question.addParameter().setName("coding").setValue(new Coding(SYSTEM, "owl", null));
        assertRefused(422, ValidateCodeOperation.ofValueSet(desk), question);
    }

    @Test
    void anExpressionThatWouldRunForAgesDoesNot() {
        var before = Instant.now();
        var code = "a".repeat(4_000) + "!";
        var system = system().addConcept(new ConceptDefinitionComponent().setCode(code));
        var valueSet = new ValueSet().setUrl("http://example.org/bomb");
        valueSet.getCompose()
                .addInclude()
                .setSystem(SYSTEM)
                .addFilter()
                .setProperty("code")
                .setOp(FilterOperator.REGEX)
                .setValue("((a+)+)+");
        var question = new Parameters();
        question.addParameter().setName("tx-resource").setResource(system);
        question.addParameter().setName("valueSet").setResource(valueSet);

        var answer = (ValueSet) CodesQuestions.ask(new ExpandOperation(desk, CLOCK), question);

        assertThat(answer.getExpansion().getTotal()).isZero();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aFilterOfMegabytesIsRefused() {
        var question = question()
                .addParameter("url", new UriType(SYSTEM + "?fhir_vs"))
                .addParameter("filter", new StringType("x".repeat(10_000_000)));

        assertRefused(400, new ExpandOperation(desk, CLOCK), question);
    }

    @Test
    void aMalformedValueSetDisturbsNobodyWhoDoesNotAskForIt() {
        var broken = new ValueSet().setUrl("http://example.org/broken");
        broken.getCompose().addInclude().setSystem(SYSTEM).addFilter().setProperty("concept");
        var question = question().addParameter("url", new UriType(SYSTEM + "?fhir_vs"));
        question.addParameter().setName("tx-resource").setResource(broken);

        assertThat(((ValueSet) CodesQuestions.ask(new ExpandOperation(desk, CLOCK), question))
                        .getExpansion()
                        .getTotal())
                .isEqualTo(4);
    }

    private static void assertRefused(int status, FhirHandler operation, Parameters question) {
        assertThatThrownBy(() -> CodesQuestions.ask(operation, question))
                .isInstanceOfSatisfying(
                        FhirProblem.class,
                        problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
