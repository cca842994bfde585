package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions about codes that come in one batch are answered, each in its place, as they are when they come alone. */
@ExtendWith(SharedRegistry.class)
final class BatchOfQuestionsIT {
    private static final Caller READER = new Caller("test-batch-reader", Role.READER);
    private static final Caller STEWARD = new Caller("test-batch-steward", Role.STEWARD);
    private static final Caller ADMIN = new Caller("test-batch-admin", Role.ADMIN);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String LEXICON = "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon";
    private static final List<String> QUESTIONS = List.of(
            "CodeSystem/$lookup?system=" + LEXICON + "&code=GN0001",
            "CodeSystem/$lookup?system=" + LEXICON + "&code=GN0001&property=parent&displayLanguage=es",
            "CodeSystem/$lookup?system=" + LEXICON + "&code=none",
            "CodeSystem/$lookup?system=" + LEXICON + "&code=GN0001&colour=red",
            "CodeSystem/$subsumes?system=" + LEXICON + "&codeA=GN0001&codeB=GN0002",
            "CodeSystem/$validate-code?url=" + LEXICON + "&code=GN0001",
            "ValueSet/$validate-code?url=http://hl7.org/fhir/ValueSet/administrative-gender"
                    + "&system=http://hl7.org/fhir/administrative-gender&code=female",
            "ValueSet/$expand?url=http://hl7.org/fhir/ValueSet/nowhere",
            "ConceptMap/$translate?system=" + LEXICON + "&code=GN0001",
            "ValueSet?url=http://hl7.org/fhir/ValueSet/administrative-gender&_elements=url,status",
            "CodeSystem/nobody",
            "Location/nobody");

    private final RunningRegistry registry;

    BatchOfQuestionsIT(RunningRegistry registry) {
        this.registry = registry;
    }

    @Test
    void eachIsAnsweredAsItIsAlone() {
        var batch = new Bundle().setType(BundleType.BATCH);
        QUESTIONS.forEach(question -> asked(batch, HTTPVerb.GET, question, null));

        var answers = entries(post(batch, READER));

        assertThat(answers).hasSameSizeAs(QUESTIONS);
        for (var place = 0; place < answers.size(); place++) {
            var question = QUESTIONS.get(place);
            var alone = registry.get("/fhir/" + question.replace("$", "%24"), READER);
            var told = answers.get(place);
            assertThat(told.getResponse().getStatus()).as(question).startsWith("" + alone.statusCode());
            var resource =
                    told.hasResource() ? told.getResource() : told.getResponse().getOutcome();
            assertThat(written(resource)).as(question).isEqualTo(written(parser().parseResource(alone.body())));
        }
        assertThat(answers)
                .filteredOn(one -> one.getResponse().getStatus().startsWith("200"))
                .hasSizeGreaterThan(QUESTIONS.size() / 2);
    }

    @Test
    void parametersAreTakenAndInstancesAskedOf() {
        var gender = new Parameters().addParameter("code", "female");
        gender.addParameter("system", "http://hl7.org/fhir/administrative-gender");
        gender.addParameter("url", "http://hl7.org/fhir/ValueSet/administrative-gender");
        var own = store();
        var batch = new Bundle().setType(BundleType.BATCH);
        asked(batch, HTTPVerb.POST, "ValueSet/$validate-code", gender);
        asked(batch, HTTPVerb.GET, "ValueSet/" + own + "/$expand", null);
        asked(batch, HTTPVerb.POST, "ValueSet/" + own + "/$validate-code", null);

        var answers = entries(post(batch, READER));

        assertThat(((Parameters) answers.get(0).getResource()).getParameterBool("result"))
                .isTrue();
        assertThat(((ValueSet) answers.get(1).getResource()).getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .containsExactly("female", "male");
        assertThat(answers.get(2).getResponse().getStatus()).startsWith("400");
    }

    @Test
    void whoMayNotWriteAloneMayNotInABatch() {
        var system = new CodeSystem().setUrl("http://example.org/batch-of-a-reader");
        var batch = new Bundle().setType(BundleType.BATCH);
        asked(batch, HTTPVerb.POST, "CodeSystem", system);
        asked(batch, HTTPVerb.GET, "CodeSystem?url=http://example.org/batch-of-a-reader", null);

        var answers = entries(post(batch, READER));

        assertThat(answers.get(0).getResponse().getStatus()).startsWith("403");
        assertThat(((Bundle) answers.get(1).getResource()).getTotal()).isZero();
    }

    @Test
    void whatIsNotOfferedAloneIsNotInABatch() {
        var batch = new Bundle().setType(BundleType.BATCH);
        asked(batch, HTTPVerb.GET, "ValueSet/$lookup?code=x", null);
        asked(batch, HTTPVerb.PUT, "CodeSystem/$lookup", null);
        asked(batch, HTTPVerb.GET, "ValueSet/$batch-validate-code", null);
        asked(batch, HTTPVerb.GET, "CodeSystem/x/$lookup", null);

        assertThat(entries(post(batch, READER)))
                .allSatisfy(one -> assertThat(one.getResponse().getStatus()).startsWith("400"));
    }

    @Test
    void aTransactionAsksNothing() {
        var transaction = new Bundle().setType(BundleType.TRANSACTION);
        asked(transaction, HTTPVerb.GET, QUESTIONS.getFirst(), null);
        asked(transaction, HTTPVerb.GET, "Location?_count=1", null);

        var answer = post(transaction, ADMIN);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Bundle.entry[0]");
    }

    @Test
    void aBatchIsAnsweredUpToABound() {
        var batch = new Bundle().setType(BundleType.BATCH);
        for (var i = 0; i < 80; i++) {
            asked(batch, HTTPVerb.GET, "ValueSet/$expand?url=" + LEXICON + "?fhir_vs&count=1000", null);
        }

        var answers = entries(post(batch, READER));

        assertThat(answers.getFirst().getResponse().getStatus()).startsWith("200");
        assertThat(answers.getLast().getResponse().getStatus()).startsWith("403");
    }

    /** A value set of two codes, written by a batch. */
    private String store() {
        var genders = new ValueSet().setUrl("http://example.org/batch-of-questions");
        genders.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        var include = genders.getCompose().addInclude().setSystem("http://hl7.org/fhir/administrative-gender");
        include.addConcept().setCode("female");
        include.addConcept().setCode("male");
        var batch = new Bundle().setType(BundleType.BATCH);
        asked(batch, HTTPVerb.POST, "ValueSet", genders);
        var stored = entries(post(batch, STEWARD)).getFirst();
        assertThat(stored.getResponse().getStatus()).startsWith("201");
        return stored.getResource().getIdElement().getIdPart();
    }

    private static void asked(Bundle batch, HTTPVerb method, String url, @Nullable Resource body) {
        batch.addEntry().setResource(body).getRequest().setMethod(method).setUrl(url);
    }

    private HttpResponse<String> post(Bundle bundle, Caller caller) {
        return registry.send(registry.request("/fhir", caller)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(written(bundle))));
    }

    private static List<BundleEntryComponent> entries(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parser().parseResource(Bundle.class, answer.body()).getEntry();
    }

    private static String written(IBaseResource resource) {
        return parser().encodeResourceToString(resource);
    }

    private static IParser parser() {
        return FHIR.newJsonParser();
    }
}
