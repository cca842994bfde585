package org.hms.registry.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does this word mean? On both faces, with HAPI's client, and after a classification was imported. */
@ExtendWith(SharedRegistry.class)
final class TerminologyIT {
    private static final String LEXICON = "https://registry.hms.gov.py/fhir/CodeSystem/guarani-health-lexicon";
    private static final String VALUE_SET = "https://registry.hms.gov.py/fhir/ValueSet/guarani-health-lexicon";
    private static final String ICD_10_URL = "http://hl7.org/fhir/sid/icd-10";
    private static final Caller READER = new Caller("test-reader", Role.READER);

    private static RunningRegistry registry;
    private static IGenericClient client;

    @BeforeAll
    static void open(RunningRegistry shared) {
        registry = shared;
        var factory = FhirContext.forR4Cached().getRestfulClientFactory();
        factory.setServerValidationMode(ServerValidationModeEnum.NEVER);
        client = factory.newGenericClient(shared.uri("/fhir").toString());
        client.registerInterceptor(new BearerTokenAuthInterceptor(shared.token(READER)));
    }

    @Test
    void iHaveAFeverIsUnderstood() {
        var answer = registry.get("/api/v1/terms?q=che%20akanundu&language=gn&target=icd-10&count=5", READER);

        assertThat(answer.statusCode()).isEqualTo(200);
        var best = RunningRegistry.json(answer).path("results").path(0);
        assertThat(best.path("conceptId").asText()).isEqualTo("GN0089");
        assertThat(best.path("preferredTerm").asText()).isEqualTo("akãnundu");
        assertThat(best.path("matched").path("kind").asText()).isEqualTo("exact");
        assertThat(best.path("mappings")).singleElement().satisfies(mapping -> {
            assertThat(mapping.path("system").asText()).isEqualTo(ICD_10_URL);
            assertThat(mapping.path("code").asText()).isEqualTo("R50.9");
            assertThat(mapping.path("relation").asText()).isEqualTo("closeMatch");
            assertThat(mapping.path("justification").asText()).isEqualTo("semapv:ManualMappingCuration");
            assertThat(mapping.path("confidence").asText()).isEqualTo("high");
        });
    }

    @Test
    void aConceptIsShownWhole() {
        var concept = json("/api/v1/terms/GN0377");

        assertThat(concept.path("referOrConfirm").asBoolean()).isTrue();
        assertThat(concept.path("labels").findValuesAsText("text")).contains("ohéo", "ojeo", "mal de ojo");
        assertThat(concept.path("provenance").path("source").asText()).isNotBlank();
        assertThat(concept.path("mappings").findValuesAsText("relation")).containsOnly("relatedMatch");
    }

    @ParameterizedTest
    @CsvSource({
        "400, /api/v1/terms, q",
        "400, /api/v1/terms?q=tos&target=icpc-2, icpc-2",
        "400, /api/v1/terms?q=tos&language=zh, zh",
        "400, /api/v1/terms?q=tos&count=101, count",
        "400, /api/v1/terms?q=tos&page=2, page",
        "404, /api/v1/terms/NONE, concept",
        "400, /fhir/ValueSet/$expand?url=x&speed=high, speed",
        "400, /fhir/ValueSet/$expand?filter:exact=x, filter:exact",
        "404, /fhir/ValueSet/$expand?url=http://example.org/none, value Set",
        "400, /fhir/ValueSet/$expand, url",
        "404, /fhir/CodeSystem/$lookup?system=http://example.org/none&code=x, CodeSystem",
        "400, /fhir/ConceptMap/$translate?code=GN0089, system"
    })
    void whatCannotBeAnsweredIsRefusedWithAReason(int status, String question, String named) {
        var answer = registry.get(question, READER);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains(named)
                .contains(question.startsWith("/fhir") ? "OperationOutcome" : "\"detail\"");
    }

    @Test
    void theLexiconIsExpandedByAFilter() {
        var question = new Parameters()
                .addParameter("url", new UriType(VALUE_SET))
                .addParameter("filter", new StringType("akanundu"));

        var byPost = client.operation()
                .onType(ValueSet.class)
                .named("expand")
                .withParameters(question)
                .returnResourceType(ValueSet.class)
                .execute();
        var byGet = client.operation()
                .onType(ValueSet.class)
                .named("expand")
                .withParameters(question)
                .useHttpGet()
                .returnResourceType(ValueSet.class)
                .execute();

        assertThat(byPost.getExpansion().getContainsFirstRep().getCode()).isEqualTo("GN0089");
        assertThat(byGet.getExpansion().getContainsFirstRep().getCode()).isEqualTo("GN0089");
    }

    @Test
    void aCodeIsTranslatedThereAndBack() {
        var there = translate(new Parameters()
                .addParameter("code", new CodeType("GN0089"))
                .addParameter("system", new UriType(LEXICON))
                .addParameter("targetsystem", new UriType(ICD_10_URL)));
        var back = translate(new Parameters()
                .addParameter("code", new CodeType("R50.9"))
                .addParameter("system", new UriType(ICD_10_URL))
                .addParameter("reverse", true));

        assertThat(there.getParameterBool("result")).isTrue();
        assertThat(codes(there)).containsExactly("R50.9");
        assertThat(back.getParameterBool("result")).isTrue();
        assertThat(codes(back)).contains("GN0089");
    }

    @Test
    void aFolkIllnessHasNoCodeOfItsOwn() {
        var answer = translate(new Parameters()
                .addParameter("code", new CodeType("GN0377"))
                .addParameter("system", new UriType(LEXICON)));

        assertThat(answer.getParameterBool("result")).isFalse();
        assertThat(answer.getParameter("message").getValue().primitiveValue()).contains("Derivar o confirmar");
        assertThat(equivalences(answer)).isNotEmpty().containsOnly("relatedto");
    }

    @Test
    void theLexiconItsValueSetAndItsMapsCanBeRead() {
        var found = client.search()
                .forResource(CodeSystem.class)
                .where(CodeSystem.URL.matches().value(LEXICON))
                .returnBundle(Bundle.class)
                .execute();
        var map = client.read()
                .resource(ConceptMap.class)
                .withId("guarani-health-lexicon-to-icd-10")
                .execute();

        assertThat(found.getTotal()).isEqualTo(1);
        assertThat(((CodeSystem) found.getEntryFirstRep().getResource()).getConcept())
                .hasSize(1063);
        assertThat(client.read()
                        .resource(ValueSet.class)
                        .withId("guarani-health-lexicon")
                        .execute()
                        .getUrl())
                .isEqualTo(VALUE_SET);
        assertThat(map.getGroupFirstRep().getElement())
                .anySatisfy(element -> assertThat(element.getCode()).isEqualTo("GN0089"));
        assertThat(json("/fhir/metadata?mode=terminology").path("codeSystem").findValuesAsText("uri"))
                .contains(LEXICON);
    }

    @Test
    void refusalsReachAFhirClientAsOutcomes() {
        var refusal = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> translate(new Parameters().addParameter("code", new CodeType("GN0089"))));

        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getOperationOutcome()).isInstanceOf(OperationOutcome.class);
    }

    private static JsonNode json(String question) {
        var answer = registry.get(question, READER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningRegistry.json(answer);
    }

    private static Parameters translate(Parameters question) {
        return client.operation()
                .onType(ConceptMap.class)
                .named("translate")
                .withParameters(question)
                .execute();
    }

    private static List<String> codes(Parameters answer) {
        return answer.getParameter().stream()
                .flatMap(parameter -> parameter.getPart().stream())
                .filter(part -> part.getName().equals("concept"))
                .map(part -> ((Coding) part.getValue()).getCode())
                .toList();
    }

    private static List<String> equivalences(Parameters answer) {
        return answer.getParameter().stream()
                .flatMap(parameter -> parameter.getPart().stream())
                .filter(part -> part.getName().equals("equivalence"))
                .map(part -> part.getValue().primitiveValue())
                .toList();
    }
}
