package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bodies of OpenHIE's client registry cases as they are: messages of PMIR (ITI-93), with what the specifications expect. */
final class OpenHieMessagesIT {

    private static final String REPAIRED = " repaired";

    /** A message, who sends it, the identifiers it feeds, whether it is taken, and where that is written. */
    record Case(String body, String sender, boolean taken, List<String> fed, String clause) {
        String text() {
            return body.endsWith(REPAIRED)
                    ? OpenHieBodies.repaired(body.replace(REPAIRED, ""))
                    : OpenHieBodies.message(body);
        }

        @Override
        public String toString() {
            return body + (taken ? " is taken (" : " is refused (") + clause + ")";
        }
    }

    static List<Case> cases() {
        return Stream.concat(ofIdentifiers().stream(), ofPersons().stream()).toList();
    }

    private static List<Case> ofIdentifiers() {
        var taken = "PMIR, 3.93.4.1.3: the registry persists each entry and answers with a response message, code ok";
        var unknown = "OHIE-CR-03: an assigning authority that is not known is refused";
        return List.of(
                new Case(
                        "OHIE-CR-01-10",
                        "ohie-harness",
                        false,
                        List.of("12345"),
                        "OHIE-CR-01: an identifier without assigning authority is refused"),
                new Case("OHIE-CR-02-10", "ohie-oid", true, List.of("FHR-403"), "OHIE-CR-02; " + taken),
                new Case("OHIE-CR-02-30", "ohie-harness", true, List.of("FHR-404"), "OHIE-CR-02; " + taken),
                new Case("OHIE-CR-03-10", "ohie-harness", false, List.of("XXX4049393"), unknown),
                new Case("OHIE-CR-03-20", "ohie-harness", false, List.of("XXX4049393"), unknown),
                new Case("OHIE-CR-04-10", "ohie-a", true, List.of("FHRA-0392"), "OHIE-CR-04; " + taken),
                new Case(
                        "OHIE-CR-04-20",
                        "ohie-b",
                        false,
                        List.of("FHRA-4938"),
                        "OHIE-CR-04: a source assigns identifiers of its own domain only"),
                new Case("OHIE-CR-04-30", "ohie-b", true, List.of("FHRB-4736"), "OHIE-CR-04; " + taken));
    }

    private static List<Case> ofPersons() {
        var taken = "PMIR, 3.93.4.1.3: the registry persists each entry and answers with a response message, code ok";
        return List.of(
                new Case(
                        "OHIE-CR-05-10",
                        "ohie-harness",
                        true,
                        List.of("FHR-4956"),
                        "OHIE-CR-05; PMIR, 3.93.4.1.2: the mother as RelatedPerson; " + taken),
                new Case(
                        "OHIE-CR-05-20",
                        "ohie-harness",
                        true,
                        List.of("FHR-4837", "FHR-0844"),
                        "OHIE-CR-05; PMIR, 3.93.4.1.2: mother and baby; " + taken),
                new Case(
                        "OHIE-CR-07-10",
                        "ohie-harness",
                        false,
                        List.of(),
                        "FHIR R4, 2.6.2.3: an element that repeats is an array, and generalPractitioner is none here"),
                new Case(
                        "OHIE-CR-07-10" + REPAIRED,
                        "ohie-harness",
                        true,
                        List.of("FHR-070"),
                        "OHIE-CR-07; PMIR, 3.93.4.1.2: the feed is of patients; organizations have a status of their own"),
                new Case("OHIE-CR-08-10", "ohie-a", true, List.of("FHRA-080"), "OHIE-CR-08; " + taken),
                new Case("OHIE-CR-08-20", "ohie-a", true, List.of("FHRA-081"), "OHIE-CR-08; " + taken),
                new Case(
                        "OHIE-CR-08-30",
                        "ohie-a",
                        true,
                        List.of("FHRA-081"),
                        "OHIE-CR-08; PMIR, 3.93.4.1.2.2: merge by PUT with active=false and replaced-by; " + taken));
    }

    private static final Map<Case, HttpResponse<String>> ANSWERS = new HashMap<>();

    @TempDir
    private static Path directory;

    private static RunningRegistry registry;
    private static Asking asking;

    @BeforeAll
    static void sendAllInTheirOrder() {
        IhePackages.assumePresent();
        registry = RunningRegistry.on(directory.resolve("data"));
        asking = new Asking(registry);
        cases().forEach(one -> ANSWERS.put(one, send(one)));
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static HttpResponse<String> send(Case one) {
        var sender = new Caller("test-" + one.sender(), Role.SYSTEM, one.sender(), null, Caller.TREATMENT);
        return registry.send(registry.request("/fhir/$process-message", sender)
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(one.text())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyMessageIsTakenOrRefusedAsItsSpecificationSays(Case one) {
        var answer = ANSWERS.get(one);

        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(404).isNotEqualTo(405);
        assertThat(Messages.taken(answer)).as(answer.body()).isEqualTo(one.taken());
        if (one.taken() && !one.body().endsWith(REPAIRED)) {
            assertThat(Messages.whollyTaken(answer)).as(answer.body()).isTrue();
        }
        if (!one.taken()) {
            assertThat(answer.body()).contains("OperationOutcome");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyAnswerIsValid(Case one) {
        assertThat(IheValidator.errors(ANSWERS.get(one).body())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatWasRefusedIsNotStoredAndWhatWasTakenIs(Case one) {
        for (var number : one.fed()) {
            long stored = registry.database()
                    .withHandle(handle -> handle.createQuery(
                                    "SELECT count(*) FROM patient_record WHERE identifier_value = :v")
                            .bind("v", number)
                            .mapTo(Long.class)
                            .one());

            assertThat(stored).as(number).isEqualTo(one.taken() ? 1 : 0);
        }
    }

    /** OHIE-CR-08: after the merge both identifiers lead to one person at most. */
    @Test
    void theMergedIdentifierLeadsToItsSurvivorOrNowhere() {
        asking.resolvedIntoOneLeadsToOne(OpenHieBodies.TEST_A, "FHRA-081", "FHRA-080");
    }
}
