package org.hms.registry.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hms.registry.journey.FeedFixture.entry;
import static org.hms.registry.journey.TestPatients.HIS;
import static org.hms.registry.journey.TestPatients.patient;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All ways in for a patient's record, gone with HAPI's client as a source would. */
@ExtendWith(SharedRegistry.class)
final class FeedClientIT {

    private static IGenericClient his;

    @BeforeAll
    static void start(RunningRegistry shared) {
        his = shared.client(RunningRegistry.source("mspbs-his"));
    }

    @Test
    void aConditionalCreateFindsTheRecordThatIsThere() {
        var one = patient(HIS, "hapi-1", "Vidalina | Kunzle Meza | 1937-06-24 | F");

        var created = his.create()
                .resource(one)
                .conditional()
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(HIS, "hapi-1"))
                .execute();
        var again = his.create()
                .resource(one)
                .conditional()
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(HIS, "hapi-1"))
                .execute();

        assertThat(created.getResponseStatusCode()).isEqualTo(201);
        assertThat(again.getResponseStatusCode()).isEqualTo(200);
        assertThat(again.getId().getIdPart()).isEqualTo(created.getId().getIdPart());
    }

    @Test
    void aRecordIsRemovedByItsIdentifier() {
        Feeding.feed(his, patient(HIS, "hapi-2", "Wulfrida | Lezcano Narváez | 1947-07-25 | F"));

        var removed = his.delete()
                .resourceConditionalByType(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(HIS, "hapi-2"))
                .execute();
        var unknown = catchThrowableOfType(
                BaseServerResponseException.class,
                () -> his.delete()
                        .resourceConditionalByType(Patient.class)
                        .where(Patient.IDENTIFIER.exactly().systemAndIdentifier(HIS, "hapi-nobody"))
                        .execute());

        assertThat(removed.getResponseStatusCode()).isEqualTo(204);
        assertThat(unknown.getStatusCode()).isEqualTo(404);
    }

    @Test
    void aTransactionIsSentAndItsAnswersAreRead() {
        var bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (var number : new String[] {"hapi-3", "hapi-4"}) {
            entry(bundle, HTTPVerb.PUT, "Patient?identifier=" + FeedFixture.token(HIS, number))
                    .setResource(patient(
                            HIS,
                            number,
                            "Yeruti | " + (number.equals("hapi-3") ? "Martínez" : "Peralta") + " | 1957-08-26 | F"));
        }

        var response = his.transaction().withBundle(bundle).execute();

        assertThat(response.getEntry())
                .allSatisfy(one -> assertThat(one.getResponse().getStatus()).startsWith("201"));
        assertThat(response.getEntry())
                .allSatisfy(one ->
                        assertThat(FeedFixture.eid((Patient) one.getResource())).hasSize(16));
    }

    @Test
    void aMessageIsSentAndItsAnswerIsAMessage() {
        var history = new Bundle().setType(BundleType.HISTORY);
        entry(history, HTTPVerb.POST, "Patient")
                .setResource(patient(HIS, "hapi-5", "Zaida | Oviedo Prieto | 1967-09-27 | F"));
        var header = new MessageHeader().setEvent(new UriType("urn:ihe:iti:pmir:2019:patient-feed"));
        header.setId("hapi-message");
        var message = new Bundle().setType(BundleType.MESSAGE);
        message.addEntry().setResource(header);
        message.addEntry().setResource(history);

        var answer = his.operation()
                .processMessage()
                .setMessageBundle(message)
                .synchronous(Bundle.class)
                .execute();

        var answered = (MessageHeader) answer.getEntryFirstRep().getResource();
        assertThat(answered.getResponse().getCode().toCode()).isEqualTo("ok");
        assertThat(answered.getResponse().getIdentifier()).isEqualTo("hapi-message");
    }
}
