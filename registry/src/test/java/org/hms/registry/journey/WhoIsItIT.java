package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.hms.registry.journey.TestPatients.BORDER;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is this patient? {@code $match} (ITI-119) and {@code $ihe-pix} (ITI-83) as HAPI's client asks them. */
@ExtendWith(SharedRegistry.class)
final class WhoIsItIT {

    private static final String WATERFALL = "https://registry.hms.gov.py/fhir/StructureDefinition/match-waterfall";
    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";
    private static final String EID = "https://registry.hms.gov.py/id/eid";
    private static final String DNI = "http://www.renaper.gob.ar/dni";

    private static IGenericClient client;

    @BeforeAll
    static void feed(RunningRegistry registry) {
        client = registry.client(new Caller("test-admin", Role.ADMIN));
        Feeding.feed(
                client,
                patient(
                        HIS,
                        "who-1",
                        "Gumersinda | Ayala Ybarra | 1974-03-19 | F | 1333444 | Fidelina Ybarra | 0971555666"));
        Feeding.feed(client, patient(IPS, "who-2", "Gumersinda | Ayala Ibarra | 1974-03-19 | F | 1333444"));
        Feeding.feed(client, patient(HIS, "who-3", "Gumersindo | Ayala Benegas | 1974-09-03 | M | 1333999"));
        var abroad = patient("Gumersinda | Ayala Ybarra | 1974-03-19 | F | 1333444");
        abroad.addIdentifier().setSystem(DNI).setValue("33111222");
        abroad.addIdentifier().setSystem(BORDER).setValue("who-4");
        Feeding.feed(client, abroad);
        Feeding.feed(client, patient(HIS, "same-1", "Porfirio | Ocampos Leguizamón | 1962-10-10 | M | 801801"));
        Feeding.feed(client, patient(HIS, "same-2", "Porfirio | Ocampos Leguizamón | 1962-10-10 | M | 902902"));
    }

    private static Bundle match(Parameters asked) {
        return client.operation()
                .onType(Patient.class)
                .named("$match")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();
    }

    private static Parameters asked(Patient patient) {
        var asked = new Parameters();
        asked.addParameter().setName("resource").setResource(patient);
        return asked;
    }

    private static String grade(BundleEntryComponent entry) {
        return entry.getSearch().getExtensionByUrl(GRADE).getValue().primitiveValue();
    }

    @Test
    void theSamePersonIsCertainAndComesFirstWithAScoreBelowOne() {
        var found = match(asked(patient("Gumersinda | Ayala Ybarra | 1974-03-19 | F | 1333444")));

        var best = found.getEntryFirstRep();
        assertThat(found.getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        assertThat(found.getTotal()).isEqualTo(found.getEntry().size());
        assertThat(grade(best)).isEqualTo("certain");
        assertThat(best.getSearch().getMode()).isEqualTo(Bundle.SearchEntryMode.MATCH);
        assertThat(best.getSearch().getScore().doubleValue()).isBetween(0.99, 1.0);
        assertThat(((Patient) best.getResource()).getIdentifier())
                .anyMatch(identifier -> "1333444".equals(identifier.getValue()));
        assertThat(found.getEntry().stream().map(entry -> entry.getSearch().getScore()))
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aBarePatientAsksAsParametersDo(RunningRegistry registry) {
        var asked = patient("Gumersinda | Ayala Ybarra | 1974-03-19 | F");
        var json = client.getFhirContext().newJsonParser();
        var answer = registry.send(registry.request("/fhir/Patient/$match", new Caller("t", Role.STEWARD))
                .header("Content-Type", "application/fhir+json")
                .POST(HttpRequest.BodyPublishers.ofString(json.encodeResourceToString(asked))));

        var bare = json.parseResource(Bundle.class, answer.body());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ids(bare)).isNotEmpty().isEqualTo(ids(match(asked(asked))));
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void theWaterfallAddsUp() {
        var found =
                match(asked(patient("Gumersinda | Ayala Ibarra | 1974-03-19 | F | - | Fidelina Ybarra | 0971555666")));

        assertThat(found.getEntry()).isNotEmpty().allSatisfy(entry -> {
            var waterfall = entry.getSearch().getExtensionByUrl(WATERFALL);
            double parts = waterfall.getExtensionsByUrl("part").stream()
                    .mapToDouble(part -> bits(part, "weight"))
                    .sum();
            double total = bits(waterfall, "total");
            assertThat(bits(waterfall, "prior") + parts).isCloseTo(total, within(1e-9));
            assertThat(waterfall.getExtensionsByUrl("part")).hasSize(8);
            double odds = Math.pow(2, total);
            assertThat(entry.getSearch().getScore().doubleValue()).isCloseTo(odds / (1 + odds), within(1e-6));
        });
    }

    private static double bits(Extension within, String part) {
        return ((DecimalType) within.getExtensionByUrl(part).getValue())
                .getValue()
                .doubleValue();
    }

    @Test
    void countLimitsTheAnswer() {
        var asked = asked(patient("Gumersinda | Ayala | 1974 | -"));
        asked.addParameter().setName("count").setValue(new IntegerType(1));

        assertThat(match(asked).getEntry()).hasSize(1);
    }

    @Test
    void onlyCertainMatchesGivesOneOrNone() {
        var certain = asked(patient("Gumersinda | Ayala Ybarra | 1974-03-19 | F | 1333444"));
        certain.addParameter().setName("onlyCertainMatches").setValue(new BooleanType(true));
        var vague = asked(patient("Gumersinda | Ayala | 1974 | -"));
        vague.addParameter().setName("onlyCertainMatches").setValue(new BooleanType(true));
        var ambiguous = asked(patient("Porfirio | Ocampos Leguizamón | 1962-10-10 | M"));
        ambiguous.addParameter().setName("onlyCertainMatches").setValue(new BooleanType(true));

        assertThat(match(certain).getEntry()).hasSize(1);
        assertThat(match(vague).getEntry()).isEmpty();
        assertThat(match(ambiguous).getEntry()).isEmpty();
    }

    @Test
    void twoWhoCouldEquallyBeMeantAreNeitherCertain() {
        var found = match(asked(patient("Porfirio | Ocampos Leguizamón | 1962-10-10 | M")));

        assertThat(found.getEntry()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(found.getEntry()).noneMatch(entry -> grade(entry).equals("certain"));
    }

    @Test
    void aModifierExtensionThatIsNotUnderstoodIsRefused() {
        var patient = patient("Gumersinda | Ayala Ybarra | 1974-03-19 | F");
        patient.addModifierExtension(new Extension("urn:example:not", new BooleanType(true)));

        var refused = catchThrowableOfType(BaseServerResponseException.class, () -> match(asked(patient)));

        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(issue(refused).getExpression().getFirst().getValue()).isEqualTo("Patient.modifierExtension");
    }

    @Test
    void askingLeavesNoRecordBehind(RunningRegistry registry) {
        long before = records(registry);

        match(asked(patient("Nobody | Knows This | 1911-11-11 | F | 9898989")));

        assertThat(records(registry)).isEqualTo(before);
    }

    private static long records(RunningRegistry registry) {
        return registry.database()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM patient_record_version")
                        .mapTo(Long.class)
                        .one());
    }

    private static Parameters crossReference(String source, String... targets) {
        var asked = new Parameters();
        asked.addParameter().setName("sourceIdentifier").setValue(new StringType(source));
        for (var target : targets) {
            asked.addParameter().setName("targetSystem").setValue(new StringType(target));
        }
        return client.operation()
                .onType(Patient.class)
                .named("$ihe-pix")
                .withParameters(asked)
                .useHttpGet()
                .execute();
    }

    private static List<String> identifiers(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("targetIdentifier"))
                .map(parameter -> (Identifier) parameter.getValue())
                .map(identifier -> identifier.getSystem() + "|" + identifier.getValue())
                .toList();
    }

    @Test
    void allOtherIdentifiersAreCrossReferencedButNotTheOneAskedWith() {
        var answer = crossReference(HIS + "|who-1");

        assertThat(identifiers(answer))
                .containsExactlyInAnyOrder(IPS + "|who-2", BORDER + "|who-4", CEDULA + "|1333444", DNI + "|33111222");
        assertThat(answer.getParameter("targetId").getValue()).isInstanceOf(Reference.class);
    }

    @Test
    void aTargetSystemNarrowsTheCrossReference() {
        assertThat(identifiers(crossReference(HIS + "|who-1", DNI))).containsExactly(DNI + "|33111222");
        assertThat(crossReference(HIS + "|who-1", DNI).hasParameter("targetId")).isFalse();
    }

    @Test
    void anEnterpriseIdIsCrossReferencedToo() {
        var reference = (Reference) Objects.requireNonNull(
                crossReference(CEDULA + "|1333444").getParameter("targetId").getValue());
        var eid = reference.getReferenceElement().getIdPart();

        assertThat(identifiers(crossReference(EID + "|" + eid))).contains(HIS + "|who-1", CEDULA + "|1333444");
    }

    /** The error cases of ITI-83, section 2:3.83.4.2.3, with their codes. */
    @ParameterizedTest(name = "{0} for {1} is {2} {3}")
    @CsvSource({
        "urn:oid:1.2.3.4.5|77, '', 400, CODEINVALID, sourceIdentifier Assigning Authority not found",
        "https://registry.hms.gov.py/id/cedula|99999999, '', 404, NOTFOUND, sourceIdentifier Patient Identifier not found",
        "https://registry.hms.gov.py/id/cedula|1333444, urn:oid:1.2.3.4.5, 403, CODEINVALID, targetSystem not found"
    })
    void theErrorsOfCrossReferencingAreThoseOfTheProfile(
            String source, String target, int status, OperationOutcome.IssueType code, String words) {
        var refused = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> crossReference(source, target.isEmpty() ? new String[0] : new String[] {target}));

        assertThat(refused.getStatusCode()).isEqualTo(status);
        assertThat(issue(refused).getCode()).isEqualTo(code);
        assertThat(issue(refused).getDiagnostics()).isEqualTo(words);
    }

    private static OperationOutcome.OperationOutcomeIssueComponent issue(BaseServerResponseException refused) {
        return ((OperationOutcome) refused.getOperationOutcome()).getIssueFirstRep();
    }
}
