package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hms.registry.journey.RunningRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PMIR's own sample messages, in XML, sent to a running registry with what the specification expects of each. */
final class PmirSamplesIT {

    private static final String DOMAIN = "urn:oid:1.3.6.1.4.1.21367.13.20.308";

    /** A sample, whether it is taken, and where that is written. */
    record Case(String sample, boolean taken, String clause) {
        @Override
        public String toString() {
            return sample + (taken ? " is taken (" : " is refused (") + clause + ")";
        }
    }

    static List<Case> cases() {
        var response = "FHIR R4 messaging: a message whose header has a response answers another, and asks for nothing";
        return List.of(
                new Case("CATsample1-ITI-93-mother", true, "PMIR, 3.93.4.1.2: a patient is created"),
                new Case("CATsample2-ITI-93-mother", false, response),
                new Case("CATsample3-ITI-93-baby", true, "PMIR, 3.93.4.1.2: a patient is created"),
                new Case("CATsample4-ITI-93-baby", false, response),
                new Case(
                        "CATsample5-ITI-93-RelatedPerson",
                        false,
                        "FHIR R4, $process-message: the content is a message Bundle"),
                new Case("CATsample6-ITI-93-updateBaby", true, "PMIR, 3.93.4.1.2: a patient is revised by PUT"),
                new Case(
                        "CATsample7-ITI-93-merge",
                        false,
                        "PMIR, 3.93.4.1.3: the survivor, named by an id of another server, is not known here"),
                new Case("CATsample8-ITI-93-merge", false, response));
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
        cases().forEach(one -> ANSWERS.put(one, asking.postXml("/fhir/$process-message", text(one.sample()))));
    }

    @AfterAll
    static void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    private static String text(String sample) {
        try {
            return Files.readString(IhePackages.folder("pmir").resolve(sample + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everySampleIsTakenOrRefusedAsItsSpecificationSays(Case one) {
        var answer = ANSWERS.get(one);

        assertThat(answer.statusCode())
                .as(answer.body())
                .isNotEqualTo(404)
                .isNotEqualTo(405)
                .isLessThan(500);
        assertThat(Messages.taken(answer)).as(answer.body()).isEqualTo(one.taken());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyAnswerIsValid(Case one) {
        assertThat(IheValidator.errors(ANSWERS.get(one).body())).isEmpty();
    }

    @Test
    void motherAndBabyAreTwoPersonsAndTheBabyHasItsName() {
        var mother = asking.crossReference(DOMAIN, "Mother");
        var baby = asking.crossReference(DOMAIN, "Child");

        assertThat(mother.statusCode()).as(mother.body()).isEqualTo(200);
        assertThat(baby.statusCode()).as(baby.body()).isEqualTo(200);
        assertThat(asking.get("/fhir/Patient?identifier=" + Asking.token(DOMAIN, "Child"))
                        .body())
                .contains("JAMES")
                .doesNotContain("1985-06-04");
    }

    @Test
    void ofAMergeThatWasRefusedNothingIsStored() {
        long stored = registry.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM patient_record WHERE identifier_value = 'ONE'")
                        .mapTo(Long.class)
                        .one());

        assertThat(stored).isZero();
    }
}
