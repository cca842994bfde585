package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The patients of OpenHIE's client registry cases, fed as PIXm feeds them (ITI-104), with what the specifications expect. */
@ExtendWith(SharedRegistry.class)
final class OpenHieFeedIT {

    /** One request of a case: which body, who sends it, under which identifier, what is expected and where that is written. */
    record Case(String body, String sender, String system, String number, int status, String clause) {
        @Override
        public String toString() {
            return body + " is answered " + status + " (" + clause + ")";
        }
    }

    static List<Case> cases() {
        return Stream.concat(ofIdentifiers().stream(), ofPersons().stream()).toList();
    }

    private static List<Case> ofIdentifiers() {
        var added = "PIXm 3.1.0, 2:3.104.4.1.3: an identifier not known yet is added, 201";
        var unknown = "OHIE-CR-03; PIXm 3.1.0, 2:3.104.4.1.3: a domain that is not the manager's is refused";
        return List.of(
                new Case(
                        "OHIE-CR-01-10",
                        "ohie-harness",
                        "",
                        "12345",
                        400,
                        "OHIE-CR-01; PIXm 3.1.0, 2:3.104.4.1.2: identifier=[system]|[value], the assigning authority in it"),
                new Case("OHIE-CR-02-10", "ohie-oid", OpenHieBodies.OID, "FHR-403", 201, "OHIE-CR-02; " + added),
                new Case("OHIE-CR-02-30", "ohie-harness", OpenHieBodies.TEST, "FHR-404", 201, "OHIE-CR-02; " + added),
                new Case(
                        "OHIE-CR-03-10", "ohie-harness", "http://ohie.org/test/test_block", "XXX4049393", 400, unknown),
                new Case(
                        "OHIE-CR-03-20",
                        "ohie-harness",
                        "urn:oid:1.3.6.1.4.1.52820.3.72.5.9.4",
                        "XXX4049393",
                        400,
                        unknown),
                new Case("OHIE-CR-04-10", "ohie-a", OpenHieBodies.TEST_A, "FHRA-0392", 201, "OHIE-CR-04; " + added),
                new Case(
                        "OHIE-CR-04-20",
                        "ohie-b",
                        OpenHieBodies.TEST_A,
                        "FHRA-4938",
                        403,
                        "OHIE-CR-04; PIXm 3.1.0, 1:41.1: one Identity Source for a domain"),
                new Case("OHIE-CR-04-30", "ohie-b", OpenHieBodies.TEST_B, "FHRB-4736", 201, "OHIE-CR-04; " + added));
    }

    private static List<Case> ofPersons() {
        var added = "PIXm 3.1.0, 2:3.104.4.1.3: an identifier not known yet is added, 201";
        return List.of(
                new Case("OHIE-CR-05-10", "ohie-harness", OpenHieBodies.TEST, "FHR-4956", 201, "OHIE-CR-05; " + added),
                new Case("OHIE-CR-05-20", "ohie-harness", OpenHieBodies.TEST, "FHR-0844", 201, "OHIE-CR-05; " + added),
                new Case("OHIE-CR-07-10", "ohie-harness", OpenHieBodies.TEST, "FHR-070", 201, "OHIE-CR-07; " + added),
                new Case("OHIE-CR-08-10", "ohie-a", OpenHieBodies.TEST_A, "FHRA-080", 201, "OHIE-CR-08; " + added),
                new Case("OHIE-CR-08-20", "ohie-a", OpenHieBodies.TEST_A, "FHRA-081", 201, "OHIE-CR-08; " + added),
                new Case(
                        "OHIE-CR-08-30",
                        "ohie-a",
                        OpenHieBodies.TEST_A,
                        "FHRA-081",
                        200,
                        "OHIE-CR-08; PIXm 3.1.0, 2:3.104.4.1.3: a duplicate resolved by active=false and replaced-by"));
    }

    private static final Map<Case, HttpResponse<String>> ANSWERS = new HashMap<>();

    private static Asking asking;
    private static RunningRegistry registry;

    @BeforeAll
    static void sendAllInTheirOrder(RunningRegistry shared) {
        IhePackages.assumePresent();
        registry = shared;
        asking = new Asking(shared);
        cases().forEach(one -> ANSWERS.put(one, send(one)));
    }

    private static HttpResponse<String> send(Case one) {
        var patient = OpenHieBodies.patient(one.body(), one.number());
        var identifier = one.system().isEmpty() ? one.number() : Asking.token(one.system(), one.number());
        var sender = new Caller("test-" + one.sender(), Role.SYSTEM, one.sender(), null, Caller.TREATMENT);
        return registry.send(registry.request("/fhir/Patient?identifier=" + identifier, sender)
                .header("Content-Type", "application/fhir+json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        FhirContext.forR4Cached().newJsonParser().encodeResourceToString(patient))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyRequestIsAnsweredAsItsSpecificationSays(Case one) {
        var answer = ANSWERS.get(one);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(one.status());
        if (one.status() >= 400) {
            assertThat(answer.body()).contains("OperationOutcome").contains("identifier");
            assertThat(IheValidator.errors(answer.body())).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatWasRefusedIsNotStoredAndWhatWasTakenIs(Case one) {
        long stored = registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM patient_record WHERE identifier_system = :s AND identifier_value = :v")
                        .bind("s", one.system())
                        .bind("v", one.number())
                        .mapTo(Long.class)
                        .one());

        assertThat(stored).isEqualTo(one.status() < 400 ? 1 : 0);
    }

    private static List<String> crossReferenced(String system, String number) {
        return Asking.parsed(Parameters.class, asking.crossReference(system, number)).getParameter().stream()
                .filter(parameter -> parameter.getValue() instanceof Identifier)
                .map(parameter -> ((Identifier) parameter.getValue()).getValue())
                .toList();
    }

    /** OHIE-CR-04: who gives another domain's identifier beside the own one is cross-referenced with it. */
    @Test
    void theSamePersonInTwoDomainsIsCrossReferenced() {
        assertThat(crossReferenced(OpenHieBodies.TEST_B, "FHRB-4736")).contains("FHRA-0392");
        assertThat(crossReferenced(OpenHieBodies.TEST_A, "FHRA-0392")).contains("FHRB-4736");
    }

    /** OHIE-CR-06 expects the source identifier among the answers; PIXm 3.1.0 (2:3.83.4.2.2) forbids it, and PIXm is followed. */
    @Test
    void theIdentifierAskedWithIsNotGivenBack() {
        assertThat(crossReferenced(OpenHieBodies.TEST_A, "FHRA-0392")).doesNotContain("FHRA-0392");
    }

    /** OHIE-CR-07: all demographics that were registered come back. */
    @Test
    void everythingThatWasRegisteredComesBack() {
        var sent = OpenHieBodies.patient("OHIE-CR-07-10", "FHR-070");
        var created = Asking.parsed(Patient.class, ANSWERS.get(cases().get(10)));

        var read = Asking.parsed(Patient.class, asking.get("/fhir/Patient/" + created.getIdPart()));

        assertThat(read.getName())
                .usingElementComparator(FhirEquality.deep())
                .containsExactlyElementsOf(sent.getName());
        assertThat(read.getAddress())
                .usingElementComparator(FhirEquality.deep())
                .containsExactlyElementsOf(sent.getAddress());
        assertThat(read.getTelecom())
                .usingElementComparator(FhirEquality.deep())
                .containsExactlyElementsOf(sent.getTelecom());
        assertThat(read.getCommunication())
                .usingElementComparator(FhirEquality.deep())
                .containsExactlyElementsOf(sent.getCommunication());
        assertThat(read.getGender()).isEqualTo(sent.getGender());
        assertThat(read.getBirthDate()).isEqualTo(sent.getBirthDate());
    }

    /** PIXm 3.1.0, 2:3.83.4.2.2: an identifier that was resolved into another leads to that one's person, or is not found. */
    @Test
    void aDuplicateThatWasResolvedLeadsToItsSurvivorOrNowhere() {
        asking.resolvedIntoOneLeadsToOne(OpenHieBodies.TEST_A, "FHRA-081", "FHRA-080");
    }
}
