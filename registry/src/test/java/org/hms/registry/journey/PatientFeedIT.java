package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.net.http.HttpRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hms.registry.access.Caller;
import org.hms.registry.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sources feed patients under their own numbers, and may feed nothing else (ITI-104). */
@ExtendWith(SharedRegistry.class)
final class PatientFeedIT {

    private static final Caller STEWARD = new Caller("test-steward", Role.STEWARD);

    private static RunningRegistry registry;
    private static IGenericClient admin;

    @BeforeAll
    static void start(RunningRegistry shared) {
        registry = shared;
        admin = shared.client(new Caller("test-admin", Role.ADMIN));
    }

    @Test
    void aRecordIsCreatedThenRevisedThenLeftAlone() {
        var his = registry.client(RunningRegistry.source("mspbs-his"));

        var created = Feeding.feed(his, patient(HIS, "rev-1", "Aurelia | Zorrilla Yegros | 1971-02-03 | F"));
        var revised = Feeding.feed(his, patient(HIS, "rev-1", "Aurelia Inés | Zorrilla Yegros | 1971-02-03 | F"));
        var again = Feeding.feed(his, patient(HIS, "rev-1", "Aurelia Inés | Zorrilla Yegros | 1971-02-03 | F"));

        assertThat(created.getResponseStatusCode()).isEqualTo(201);
        assertThat(created.getCreated()).isTrue();
        assertThat(created.getFirstResponseHeader("ETag")).contains("W/\"1\"");
        assertThat(created.getFirstResponseHeader("Location").orElseThrow())
                .startsWith(registry.uri("/fhir/Patient/r-").toString())
                .endsWith("/_history/1");
        assertThat(Feeding.outcome(created)).isEqualTo("opened");
        assertThat(revised.getResponseStatusCode()).isEqualTo(200);
        assertThat(revised.getFirstResponseHeader("ETag")).contains("W/\"2\"");
        assertThat(revised.getResource().getIdElement().getIdPart())
                .isEqualTo(created.getId().getIdPart());
        assertThat(again.getFirstResponseHeader("ETag")).contains("W/\"2\"");
        assertThat(Feeding.outcome(again)).isEqualTo("unchanged");
        assertThat(Feeding.eid(again)).isEqualTo(Feeding.eid(created));
    }

    @Test
    void whatWasFedIsReadBackAsReceivedAndRefersToItsPerson() {
        var fed = Feeding.feed(admin, patient(HIS, "read-1", "Blasia | Quintana Ozuna | 1966-05-04 | F | 1900001"));

        var record = admin.read()
                .resource(Patient.class)
                .withId(fed.getId().getIdPart())
                .execute();
        var person =
                admin.read().resource(Patient.class).withId(Feeding.eid(fed)).execute();

        assertThat(record.getNameFirstRep().getFamily()).isEqualTo("Quintana Ozuna");
        assertThat(record.getLinkFirstRep().getOther().getReference()).isEqualTo("Patient/" + Feeding.eid(fed));
        assertThat(person.getLinkFirstRep().getOther().getReference())
                .isEqualTo("Patient/" + fed.getId().getIdPart());
        assertThat(person.getIdentifier()).anyMatch(identifier -> "1900001".equals(identifier.getValue()));
    }

    @Test
    void nobodyIsFoundUnderAnUnknownEnterpriseId() {
        var answer = registry.get("/api/v1/persons/0000000000000000", STEWARD);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void aSourceFeedsUnderItsOwnSystemOnly() {
        var ips = registry.client(RunningRegistry.source("ips"));

        var refused = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> Feeding.feed(ips, patient(HIS, "other-1", "Lida | Moreno Paiva | 1990-01-02 | F")));

        assertThat(refused.getStatusCode()).isEqualTo(403);
    }

    @Test
    void anIdentifierSystemThatNoSourceOwnsIsRefused() {
        var refused = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> Feeding.feed(admin, patient("urn:oid:9.9.9", "1", "Lida | Moreno Paiva | 1990-01-02 | F")));

        assertThat(refused.getStatusCode()).isEqualTo(400);
    }

    @Test
    void theBodyCarriesTheIdentifierItIsFedUnder() {
        var patient = patient(HIS, "carried-1", "Lida | Moreno Paiva | 1990-01-02 | F");

        var refused = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> admin.update()
                        .resource(patient)
                        .conditional()
                        .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(HIS, "carried-2"))
                        .execute());

        assertThat(refused.getStatusCode()).isEqualTo(400);
    }

    @Test
    void withoutATokenOrWithTheWrongRoleNothingIsFed() {
        var reader = registry.client(new Caller("test-reader", Role.READER));
        var patient = patient(HIS, "role-1", "Lida | Moreno Paiva | 1990-01-02 | F");

        assertThat(catchThrowableOfType(BaseServerResponseException.class, () -> Feeding.feed(reader, patient))
                        .getStatusCode())
                .isEqualTo(403);
        assertThat(registry.send(HttpRequest.newBuilder(registry.uri("/fhir/Patient?identifier=x%7Cy")))
                        .statusCode())
                .isEqualTo(401);
    }
}
