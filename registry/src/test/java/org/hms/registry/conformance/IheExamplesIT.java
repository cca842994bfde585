package org.hms.registry.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples that IHE publishes with PIXm and PDQm, sent to a running registry with what the profiles expect. */
@ExtendWith(SharedRegistry.class)
final class IheExamplesIT {

    private static final String RED = "urn:oid:1.3.6.1.4.1.21367.13.20.1000";
    private static final String GREEN = "urn:oid:1.3.6.1.4.1.21367.13.20.2000";
    private static final String BLUE = "urn:oid:1.3.6.1.4.1.21367.13.20.3000";
    private static final String PDQM_EXAMPLES = "http://example.org/exampleSystem";
    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";

    /** An example that is fed (ITI-104), the status expected, and where that is written. */
    record Fed(String packageName, String example, int status, String clause) {
        @Override
        public String toString() {
            return example + " is answered " + status + " (" + clause + ")";
        }
    }

    static List<Fed> fed() {
        var pixm = "PIXm 3.1.0, 2:3.104.4.1.3: ";
        return List.of(
                new Fed(IhePackages.PIXM, "Patient-Patient-MohrAlice-Red", 201, pixm + "added"),
                new Fed(IhePackages.PIXM, "Patient-Patient-MohrAlice-Green", 201, pixm + "added"),
                new Fed(IhePackages.PIXM, "Patient-Patient-MohrAlice-Blue", 201, pixm + "added"),
                new Fed(IhePackages.PIXM, "Patient-Patient-MaidenAlice-Red", 201, pixm + "added"),
                new Fed(IhePackages.PIXM, "Patient-Patient-MohrAlissa-Red", 200, pixm + "revised"),
                new Fed(
                        IhePackages.PIXM,
                        "Patient-Patient-MohrMaidenResolvedByMohrMalice-Red",
                        200,
                        pixm + "a duplicate is resolved"),
                new Fed(IhePackages.PDQM, "Patient-ex-patient", 201, pixm + "added"),
                new Fed(IhePackages.PDQM, "Patient-ex-patient-mothers-maiden-name", 201, pixm + "added"));
    }

    private static final Map<Fed, HttpResponse<String>> ANSWERS = new HashMap<>();

    private static Asking asking;
    private static HttpResponse<String> redToBlue;
    private static HttpResponse<String> redAll;

    @BeforeAll
    static void sendAllInTheirOrder(RunningRegistry registry) {
        IhePackages.assumePresent();
        asking = new Asking(registry);
        fed().subList(0, 3).forEach(IheExamplesIT::send);
        redToBlue = ask("Parameters-pixm-request-mohralice-red-to-blue");
        redAll = ask("Parameters-pixm-request-mohralice-red-all");
        fed().subList(3, fed().size()).forEach(IheExamplesIT::send);
    }

    private static void send(Fed one) {
        var body = IhePackages.example(one.packageName(), one.example());
        var key = parse(Patient.class, body).getIdentifierFirstRep();
        ANSWERS.put(one, asking.feed(key.getSystem(), key.getValue(), body));
    }

    /** The parameters of an example as the query of a GET, which is how ITI-83 is asked. */
    private static HttpResponse<String> ask(String example) {
        var query = parse(Parameters.class, IhePackages.example(IhePackages.PIXM, example)).getParameter().stream()
                .map(parameter -> parameter.getName().equals("_format")
                        ? "_format=json"
                        : parameter.getName() + "="
                                + URLEncoder.encode(parameter.getValue().primitiveValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return asking.get("/fhir/Patient/$ihe-pix?" + query);
    }

    private static <T extends Resource> T parse(Class<T> type, String body) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(type, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fed")
    void everyExampleIsFedAsTheProfileSays(Fed one) {
        assertThat(ANSWERS.get(one).statusCode()).as(ANSWERS.get(one).body()).isEqualTo(one.status());
    }

    private static List<String> identifiers(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Asking.parsed(Parameters.class, answer).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("targetIdentifier"))
                .map(parameter -> ((Identifier) parameter.getValue()).getValue())
                .toList();
    }

    /** The published responses: Blue and Green, and never Red, which was asked with (PIXm 3.1.0, 2:3.83.4.2.2). */
    @Test
    void aliceIsCrossReferencedAsInThePublishedResponses() {
        assertThat(identifiers(redToBlue)).containsExactlyInAnyOrder("IHEBLUE-994", "IHEGREEN-994");
        assertThat(identifiers(redAll)).containsExactlyInAnyOrder("IHEBLUE-994", "IHEGREEN-994");
    }

    /** The published OperationOutcome, element by element (PIXm 3.1.0, 2:3.83.4.2.3, case 3). */
    @Test
    void anUnknownIdentifierIsAnsweredWithThePublishedOutcome() {
        var published = parse(
                OperationOutcome.class,
                IhePackages.example(IhePackages.PIXM, "OperationOutcome-pixm-response-error-not-found"));

        var answer = asking.crossReference(RED, "IHERED-none");

        var told = Asking.parsed(OperationOutcome.class, answer).getIssueFirstRep();
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(told.getSeverity()).isEqualTo(published.getIssueFirstRep().getSeverity());
        assertThat(told.getCode()).isEqualTo(published.getIssueFirstRep().getCode());
        assertThat(told.getDetails().getText())
                .isEqualTo(published.getIssueFirstRep().getDetails().getText());
    }

    /** After the merge (PIXm 3.1.0, 2:3.104.4.1.3) the subsumed number leads to the survivor's person or is not found. */
    @Test
    void theResolvedDuplicateDoesNotStandForAPersonOfItsOwn() {
        var survivor = asking.crossReference(RED, "IHERED-994");
        var subsumed = asking.crossReference(RED, "IHERED-m94");

        assertThat(survivor.statusCode()).isEqualTo(200);
        assertThat(subsumed.statusCode()).isIn(200, 404);
        if (subsumed.statusCode() == 200) {
            assertThat(Asking.parsed(Parameters.class, subsumed).getParameter("targetId"))
                    .usingComparator(FhirEquality.deep())
                    .isEqualTo(Asking.parsed(Parameters.class, survivor).getParameter("targetId"));
        }
    }

    private static List<BundleEntryComponent> matched(String body) {
        var answer = asking.post("/fhir/Patient/$match", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(IheValidator.errors(
                        answer.body(),
                        "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.MatchParametersOut"))
                .isEmpty();
        return Asking.parsed(Bundle.class, answer).getEntry();
    }

    /** PDQm 3.2.0, 2:3.119.4.2.2: each match with a score and a grade, best first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Parameters-ex-match-input-patient-only",
                "Parameters-ex-match-input-count",
                "Patient-ex-match-input-patient"
            })
    void thePublishedPatientIsMatchedByThePublishedInputs(String example) {
        var found = matched(IhePackages.example(IhePackages.PDQM, example));

        assertThat(found).isNotEmpty();
        assertThat(((Patient) found.getFirst().getResource()).getIdentifier())
                .anyMatch(identifier -> identifier.getValue().equals("8675309"));
        assertThat(found).allSatisfy(entry -> {
            assertThat(entry.getSearch().getScore().doubleValue()).isBetween(0.0, 1.0);
            assertThat(entry.getSearch().getExtensionByUrl(GRADE)).isNotNull();
        });
        assertThat(found.stream().map(entry -> entry.getSearch().getScore()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    /** PDQm 3.2.0, 2:3.119.4.1.2: at most count, and with onlyCertainMatches nothing but certain ones. */
    @ParameterizedTest
    @CsvSource({"Parameters-ex-match-input-count", "Parameters-ex-match-input-onlyCertainMatches"})
    void theLimitsOfThePublishedInputsAreKept(String example) {
        var body = IhePackages.example(IhePackages.PDQM, example);
        var asked = parse(Parameters.class, body);
        var found = matched(body);

        if (asked.hasParameter("count")) {
            assertThat(found)
                    .hasSizeLessThanOrEqualTo(Integer.parseInt(
                            asked.getParameter("count").getValue().primitiveValue()));
        }
        if (asked.hasParameter("onlyCertainMatches")) {
            assertThat(found)
                    .allSatisfy(entry -> assertThat(entry.getSearch()
                                    .getExtensionByUrl(GRADE)
                                    .getValue()
                                    .primitiveValue())
                            .isEqualTo("certain"));
        }
    }

    /** PDQm 3.2.0, 3:6.6.1: the mother's maiden name is an extension of the Patient, in and out. */
    @Test
    void theMothersMaidenNameComesBack() {
        var found = asking.get("/fhir/Patient?identifier=" + Asking.token(PDQM_EXAMPLES, "90210"));

        var person =
                (Patient) Asking.parsed(Bundle.class, found).getEntryFirstRep().getResource();
        assertThat(person.getExtensionString("http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName"))
                .isEqualTo("Doe");
    }

    /** PDQm 3.2.0, 2:3.78.4.1.2: the query of the published response, by names, sex and status. */
    @Test
    void thePublishedDemographicsQueryFindsAlice() {
        var found = asking.get("/fhir/Patient?family=MOHR&gender=female&active=true");

        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        assertThat(Asking.parsed(Bundle.class, found).getTotal()).isPositive();
        assertThat(
                        IheValidator.errors(
                                found.body(),
                                "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.QueryPatientResourceResponseMessage"))
                .isEmpty();
    }
}
