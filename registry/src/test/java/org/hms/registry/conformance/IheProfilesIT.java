package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a running registry answers, judged by HAPI's validator under the profiles that IHE publishes. */
@ExtendWith(SharedRegistry.class)
final class IheProfilesIT {

    private static final String PIXM = "https://profiles.ihe.net/ITI/PIXm/StructureDefinition/IHE.PIXm.";
    private static final String PDQM = "https://profiles.ihe.net/ITI/PDQm/StructureDefinition/IHE.PDQm.";
    private static final String ROW =
            "Serafina | Caballero Ñemby | 1969-04-30 | F | 2777111 | Ramona Ñemby Ortiz | 0981777111";

    private static Asking asking;
    private static HttpResponse<String> created;

    @BeforeAll
    static void feed(RunningRegistry registry) {
        IhePackages.assumePresent();
        asking = new Asking(registry);
        created = asking.feed(HIS, "ihe-1", patient(HIS, "ihe-1", ROW));
        asking.feed(IPS, "ihe-2", patient(IPS, "ihe-2", ROW));
    }

    private static void conforms(HttpResponse<String> answer, String... profiles) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        assertThat(IheValidator.errors(answer.body(), profiles)).isEmpty();
    }

    @Test
    void theValidatorFindsAFaultThatIsPlanted() {
        var nameless = "{\"resourceType\":\"Patient\",\"active\":true,\"name\":[{\"use\":\"usual\"}]}";

        assertThat(IheValidator.errors(nameless, PDQM + "Patient"))
                .anyMatch(error -> error.contains("identifier"))
                .anyMatch(error -> error.contains("iti-pdqm-patname"));
    }

    @Test
    void aFedRecordIsAnsweredAsAPatientOfPixm() {
        conforms(created, PIXM + "Patient");
        conforms(
                asking.get(
                        "/fhir/Patient/" + Asking.parsed(Patient.class, created).getIdPart()),
                PIXM + "Patient");
    }

    @Test
    void crossReferencesAreParametersOfPixm() {
        var answer = asking.crossReference(HIS, "ihe-1");

        conforms(answer, PIXM + "Query.Parameters.Out");
        assertThat(Asking.parsed(Parameters.class, answer).getParameter()).isNotEmpty();
    }

    @Test
    void aSearchByIdentifierIsABundleOfPdqm() {
        var answer = asking.get("/fhir/Patient?identifier=" + Asking.token(CEDULA, "2777111"));

        conforms(answer, PDQM + "QueryPatientResourceResponseMessage");
        var found = Asking.parsed(Bundle.class, answer);
        assertThat(found.getTotal()).isPositive();
        assertThat(found.getEntryFirstRep().getResource().getMeta().getProfile())
                .anyMatch(profile -> profile.getValue().equals(PDQM + "Patient"));
    }

    @Test
    void aSearchThatFindsNobodyIsABundleOfPdqmToo() {
        conforms(
                asking.get("/fhir/Patient?identifier=" + Asking.token(CEDULA, "2777112")),
                PDQM + "QueryPatientResourceResponseMessage");
    }

    @Test
    void aPersonIsReadAsAPatientOfPdqmAndOfPixm() {
        var found =
                Asking.parsed(Bundle.class, asking.get("/fhir/Patient?identifier=" + Asking.token(CEDULA, "2777111")));

        conforms(
                asking.get("/fhir/Patient/"
                        + found.getEntryFirstRep().getResource().getIdPart()),
                PDQM + "Patient",
                PIXM + "Patient");
    }

    @Test
    void matchesAreABundleOfPdqmWithGradesAndScores() {
        var answer = asking.post("/fhir/Patient/$match", """
                {"resourceType":"Parameters","parameter":[{"name":"resource","resource":{"resourceType":"Patient",
                "name":[{"family":"Caballero Ñemby","given":["Serafina"]}],"gender":"female","birthDate":"1969-04-30"}}]}
                """);

        conforms(answer, PDQM + "MatchParametersOut");
        assertThat(Asking.parsed(Bundle.class, answer).getEntry()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/fhir/Patient/$ihe-pix?sourceIdentifier=urn:oid:9.9%7C1, 400",
        "/fhir/Patient/$ihe-pix?sourceIdentifier=https://registry.hms.gov.py/id/cedula%7C99999991, 404",
        "/fhir/Patient/0000000000000000, 404",
        "/fhir/Patient?birthdate=yesterday, 400",
        "/fhir/Nothing, 404",
    })
    void refusalsAreValidOutcomes(String url, int status) {
        var answer = asking.get(url);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome");
        assertThat(IheValidator.errors(answer.body())).as(answer.body()).isEmpty();
    }

    @Test
    void theStatementOfWhatIsOfferedIsValid() {
        conforms(asking.get("/fhir/metadata"));
    }
}
