package org.hms.registry.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hms.registry.journey.TestPatients.CEDULA;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.IPS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.hms.registry.journey.RunningRegistry;
import org.hms.registry.journey.SharedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openehealth.ipf.commons.ihe.fhir.ClientRequestFactory;
import org.openehealth.ipf.commons.ihe.fhir.iti78.Iti78QueryResourceClientRequestFactory;
import org.openehealth.ipf.commons.ihe.fhir.iti78.Iti78RetrieveResourceClientRequestFactory;
import org.openehealth.ipf.commons.ihe.fhir.iti83.Iti83ClientRequestFactory;

/** IPF's own clients of PIXm and PDQm, as hospitals' integration engines use them, ask a running registry. */
@ExtendWith(SharedRegistry.class)
final class IpfClientIT {

    private static IGenericClient client;

    @BeforeAll
    static void feedByHapisClient(RunningRegistry registry) {
        client = new Asking(registry).client(new Caller("ipf-engine", Role.ADMIN));
        feed("ipf-1", HIS, "Liboria | Candia Ysapy | 1981-12-08 | F | 2999444");
        feed("ipf-2", IPS, "Liboria | Candia Ysapy | 1981-12-08 | F | 2999444");
    }

    private static void feed(String number, String system, String row) {
        client.update()
                .resource(patient(system, number, row))
                .conditional()
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(system, number))
                .execute();
    }

    private static Object ask(ClientRequestFactory<?> transaction, Object request, Map<String, Object> more) {
        return transaction.getClientExecutable(client, request, more).execute();
    }

    private static Parameters crossReference(String source, String... targets) {
        var asked = new Parameters();
        asked.addParameter().setName("sourceIdentifier").setValue(new StringType(source));
        for (var target : targets) {
            asked.addParameter().setName("targetSystem").setValue(new StringType(target));
        }
        return (Parameters) ask(new Iti83ClientRequestFactory(), asked, Map.of());
    }

    private static List<String> identifiers(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("targetIdentifier"))
                .map(parameter -> ((Identifier) parameter.getValue()).getValue())
                .toList();
    }

    @Test
    void aPixQueryOfIpfIsAnswered() {
        var answer = crossReference(HIS + "|ipf-1", IPS);

        assertThat(identifiers(answer)).containsExactly("ipf-2");
        assertThat(identifiers(crossReference(HIS + "|ipf-1"))).containsExactlyInAnyOrder("ipf-2", "2999444");
    }

    @Test
    void theErrorsOfAPixQueryReachIpfAsTheProfileWordsThem() {
        var unknown = catchThrowableOfType(ResourceNotFoundException.class, () -> crossReference(HIS + "|ipf-9"));
        var forbidden = catchThrowableOfType(
                ForbiddenOperationException.class, () -> crossReference(HIS + "|ipf-1", "urn:oid:9"));

        assertThat(unknown.getResponseBody()).contains("sourceIdentifier Patient Identifier not found");
        assertThat(forbidden.getResponseBody()).contains("targetSystem not found");
    }

    @Test
    void aDemographicsQueryOfIpfIsAnsweredAndItsHitIsRetrieved() {
        var criterion = Patient.IDENTIFIER.exactly().systemAndIdentifier(CEDULA, "2999444");

        var found = (Bundle) ask(new Iti78QueryResourceClientRequestFactory(), criterion, Map.of("_count", "5"));
        var id = found.getEntryFirstRep().getResource().getIdElement().getIdPart();
        var person = (Patient) ask(new Iti78RetrieveResourceClientRequestFactory(), id, Map.of());

        assertThat(found.getTotal()).isEqualTo(1);
        assertThat(person.getNameFirstRep().getFamily()).isEqualTo("Candia Ysapy");
    }

    @Test
    void aDemographicsQueryByUrlIsAnsweredToo() {
        var found = (Bundle) ask(
                new Iti78QueryResourceClientRequestFactory(),
                "Patient?identifier=" + Asking.token(CEDULA, "2999444"),
                Map.of());

        assertThat(found.getEntry()).hasSize(1);
    }

    @Test
    void whoMatchesIsAnsweredToHapisClient() {
        var asked = new Parameters();
        asked.addParameter()
                .setName("resource")
                .setResource(patient(HIS, "ipf-x", "Liboria | Candia Ysapy | 1981-12-08 | F"));

        var found = client.operation()
                .onType(Patient.class)
                .named("$match")
                .withParameters(asked)
                .returnResourceType(Bundle.class)
                .execute();

        assertThat(found.getEntry()).isNotEmpty();
        assertThat(found.getEntryFirstRep().getSearch().getScore()).isPositive();
    }
}
